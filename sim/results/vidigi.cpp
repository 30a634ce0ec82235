#include "sim/results/vidigi.hpp"

#include <vector>

#include "sim/engine/calendar.hpp"

namespace headroom {

namespace {

// One referral of a family, while it is open.
struct Entity {
    int number = 0;  // 0: the family is not open
    LoggedPlace place = LoggedPlace::nowhere;
    std::int32_t worker = no_one;
    Stage stage = Stage::screening;  // the last before it is closed
};

// A line's last columns: what, where, and how it ended.
struct Happening {
    const char* type;
    const char* name;
    std::int32_t worker = no_one;
    const char* ended = "";
};

// Follows every family from list to worker to list.
class Animation {
public:
    explicit Animation(const StudyResults& results)
        : log_(*results.log),
          calendar_(results.start, 0, results.months + 1),
          end_(calendar_.month_start(results.months) * minutes_per_working_day),
          entities_(log_.families.size()) {}

    std::string csv() {
        text_ = vidigi_columns();
        std::vector<const LogEntry*> last(entities_.size());
        for (const LogEntry& entry : log_.entries) {
            if (entry.family == no_one || is_task(entry.kind)) continue;
            follow(entry);
            last[static_cast<std::size_t>(entry.family)] = &entry;
        }
        for (std::size_t id = 0; id < entities_.size(); ++id) {
            if (entities_[id].number == 0) continue;
            LogEntry leaving = *last[id];
            leaving.time = end_;
            depart(leaving, "open");
        }
        return std::move(text_);
    }

private:
    static bool is_task(EntryKind kind) {
        return kind >= EntryKind::task_done_before && kind <= EntryKind::task_open;
    }

    void follow(const LogEntry& entry) {
        Entity& entity = entities_[static_cast<std::size_t>(entry.family)];
        if (entity.number == 0) {
            entity.number = ++entities_so_far_;
            if (entry.stage != Stage::closed) entity.stage = entry.stage;
            line(entry, {"arrival_departure", "arrival"});
        }
        if (entry.stage != Stage::closed) entity.stage = entry.stage;
        const bool kept = entity.place == LoggedPlace::held && entity.worker == entry.worker &&
                          entry.place == LoggedPlace::held && entry.kind != EntryKind::loses_worker;
        if (entry.kind == EntryKind::family_closed) {
            depart(entry, "closed");
        } else if (!kept) {
            move(entry, entity);
        }
    }

    void move(const LogEntry& entry, Entity& entity) {
        release(entry, entity);
        if (entry.kind == EntryKind::loses_worker) return;
        if (entry.place == entity.place) return;
        entity.place = entry.place;
        if (entry.place == LoggedPlace::held) {
            entity.worker = entry.worker;
            line(entry, {"resource_use", "with_worker", entity.worker});
        } else {
            line(entry, {"queue", queue_of(entry.place)});
        }
    }

    static const char* queue_of(LoggedPlace place) {
        switch (place) {
            case LoggedPlace::front_door: return "screening";
            case LoggedPlace::duty: return "duty";
            case LoggedPlace::manager_held: return "managers_list";
            case LoggedPlace::with_others: return "with_others";
            case LoggedPlace::waiting:
            case LoggedPlace::held:
            case LoggedPlace::nowhere: break;
        }
        return "waiting_list";
    }

    void release(const LogEntry& entry, Entity& entity) {
        if (entity.worker != no_one) line(entry, {"resource_use_end", "leaves_worker", entity.worker});
        if (entity.worker != no_one) entity.place = LoggedPlace::nowhere;
        entity.worker = no_one;
    }

    void depart(const LogEntry& entry, const char* ended) {
        Entity& entity = entities_[static_cast<std::size_t>(entry.family)];
        release(entry, entity);
        line(entry, {"arrival_departure", "depart", no_one, ended});
        entity = {};
    }

    // The pathway is the same for an entity from arrival to departure, as vidigi matches the two by it.
    void line(const LogEntry& entry, const Happening& what) {
        const LoggedFamily& family = log_.families[static_cast<std::size_t>(entry.family)];
        const Entity& entity = entities_[static_cast<std::size_t>(entry.family)];
        const std::string day = calendar_.date_of(working_day_at(entry.time)).to_iso();
        const std::string resource = what.worker == no_one ? "" : std::to_string(what.worker + 1);
        const auto add = [&](std::string_view cell) { text_.append(cell).append(","); };
        add(std::to_string(entity.number));
        add(what.type);
        add(what.name);
        add(std::to_string(entry.time));
        add(day);
        add(severity_words[static_cast<std::size_t>(family.severity)]);
        add(resource);
        add(std::to_string(log_.future));
        add(std::to_string(family.number));
        add(std::to_string(family.children));
        add(stage_words[static_cast<std::size_t>(entity.stage)]);
        text_.append(what.ended).append("\n");
    }

    const EventLog& log_;
    Calendar calendar_;
    Minutes end_;
    std::vector<Entity> entities_;  // by family
    int entities_so_far_ = 0;
    std::string text_;
};

}  // namespace

std::string_view vidigi_columns() {
    return "entity_id,event_type,event,time,timestamp,pathway,resource_id,run_number,family,children,"
           "stage,ended\n";
}

std::string vidigi_csv(const StudyResults& results) {
    return Animation(results).csv();
}

}  // namespace headroom
