#include "sim/study/parallel.hpp"

#include <tbb/task_arena.h>

#include <algorithm>
#include <exception>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace headroom {

namespace {

// Threads that wait for a word before they work, so that none begins unless all could be started. oneTBB's
// own would end the whole program where one cannot.
class Crew {
public:
    Crew(int threads, const std::function<void()>& work)
        : work_(work), faults_(static_cast<std::size_t>(threads)) {
        try {
            for (std::size_t place = 1; place < faults_.size(); ++place)
                others_.emplace_back([this, place] { wait_and_work(place); });
        } catch (const std::system_error& refusal) {
            const auto started = static_cast<int>(others_.size()) + 1;
            dismiss();
            throw TooFewThreads(threads, started, refusal.code().message());
        } catch (...) {
            dismiss();
            throw;
        }
    }
    ~Crew() { dismiss(); }
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    void work() {
        tell(Word::begin);
        work_at(0);
        join();
        for (const std::exception_ptr& fault : faults_) {
            if (fault) std::rethrow_exception(fault);
        }
    }

private:
    enum class Word { none, begin, go_home };

    void tell(Word word) {
        word_ = word;
        word_.notify_all();
    }
    void join() {
        for (std::thread& one : others_) one.join();
        others_.clear();
    }
    void dismiss() {
        if (others_.empty()) return;
        tell(Word::go_home);
        join();
    }
    void wait_and_work(std::size_t place) {
        word_.wait(Word::none);
        if (word_ == Word::begin) work_at(place);
    }
    void work_at(std::size_t place) {
        try {
            work_();
        } catch (...) {
            faults_[place] = std::current_exception();
        }
    }

    const std::function<void()>& work_;
    std::vector<std::exception_ptr> faults_;
    std::atomic<Word> word_ = Word::none;
    std::vector<std::thread> others_;
};

}  // namespace

TooFewThreads::TooFewThreads(int wanted, int started, const std::string& reason)
    : std::runtime_error(
          "Only " + std::to_string(started) + " of " + std::to_string(wanted) +
          " threads could be started (" + reason +
          "): the system allows no more, or has no memory for them. Use fewer, such as --threads " +
          std::to_string(std::max(1, started / 2)) + ".") {}

int all_threads() {
    return tbb::this_task_arena::max_concurrency();
}

void on_every_thread(int threads, const std::function<void()>& work) {
    Crew(std::max(1, threads), work).work();
}

}  // namespace headroom
