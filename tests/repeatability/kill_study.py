#!/usr/bin/python3
"""Whatever ends a study, the next run goes on from there and the file ends with the same bytes.

Usage: kill_study.py PROGRAM [--rounds 20] [--seed 1]

Kills the study at random moments (SIGKILL, as a power cut or a scheduler does) as many times as asked, resuming it each
time, and compares the file that it ends with, byte for byte, with that of a study left alone. Then, once each: a part
cut short, a part with a changed byte, a full disk, SIGTERM, two processes on one study. Exit code 0 if all of it held.
"""
import argparse
import collections
import contextlib
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
COMMAND = ["study", "study.json", "-o", "study.h5"]
# The same with far more futures than any test waits for, so that it is at work when something happens to it, however
# fast the machine; the study takes up those of its own.
ENDLESS = [*COMMAND, "--replications", "3000"]
RESULT, PARTS = "study.h5", "study.h5.parts"
SECONDS_TO_STOP = 5  # after SIGTERM; schedulers give thirty or more


def claim(holds, sentence, *details):
    """Ends the test unless the sentence is true."""
    if not holds:
        sys.exit("kill_study.py: it does not hold that " + sentence + "".join(f"\n  {detail}" for detail in details))


class Study:
    """The study in a folder of its own, on which runs of the program are let loose."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        (self.folder / "study.json").write_text((HERE / "killed_study.json").read_text())

    def start(self, limit=None, command=COMMAND):
        """A run that has begun; `limit`: bytes beyond which no file may grow."""
        def nearly_full():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return subprocess.Popen([self.program, *command], cwd=self.folder, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, preexec_fn=nearly_full if limit else None)

    def run(self, limit=None):
        """Exit code and what was said."""
        process = self.start(limit)
        out, err = process.communicate()
        return process.returncode, out + err

    def names(self):
        return sorted(os.listdir(self.folder))

    def parts(self):
        return sorted((self.folder / PARTS).glob("*.part"))

    def result(self):
        """The bytes of the file, or None."""
        try:
            return (self.folder / RESULT).read_bytes()
        except FileNotFoundError:
            return None

    def is_being_written(self):
        return (self.folder / (RESULT + ".tmp")).exists()

    def forget(self):
        (self.folder / RESULT).unlink(missing_ok=True)

    def interrupt_with_parts(self, at_least=2):
        """A run ended by SIGTERM when some of its work lies on disk: exit code, what was said, seconds it took."""
        process = self.start(command=ENDLESS)
        wait_until(lambda: len(self.parts()) >= at_least or process.poll() is not None)
        claim(self.parts(), "a run that is never done puts its work on disk", self.names())
        began = time.monotonic()
        process.terminate()
        out, err = process.communicate()
        return process.returncode, out, err, time.monotonic() - began

    def must_end_with(self, whole, after, saying=""):
        code, said = self.run()
        claim(code == 0, f"the study ends well after {after}", f"exit code {code}", said)
        claim(self.result() == whole, f"the file is the same bytes after {after}")
        claim(saying in said, f"the run after {after} says “{saying}”", said)
        claim(self.names() == ["study.h5", "study.json"], f"nothing else is left after {after}", self.names())
        self.forget()


def wait_until(has_happened, seconds=60):
    end = time.monotonic() + seconds
    while not has_happened() and time.monotonic() < end:
        time.sleep(0.0002)


def kill_many_times(study, whole, duration, rounds, chance):
    """Most kills come at a moment of the first half of a run; every fifth while the file is written, and of these
    every second as soon as it stands. How often each moment was met."""
    counts = collections.Counter()
    for number in range(rounds):
        process = study.start()
        wanted = chance.uniform(0, duration / 2)
        if number % 5 == 4:
            awaited = study.is_being_written if number % 10 == 4 else (study.folder / RESULT).exists
            wait_until(lambda: awaited() or process.poll() is not None)
            time.sleep(chance.uniform(0, 0.004) if number % 10 == 4 else 0)
        else:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(wanted)
        was_writing, had_ended = study.is_being_written(), process.poll() is not None
        process.kill()
        said = process.communicate()[1]
        claim("damaged" not in said, "no part is damaged by a kill", said)
        result = study.result()
        claim(result in (None, whole), "there is the whole file or none",
              f"round {number + 1}: {len(result or b'')} bytes of {len(whole)}")
        claim(not had_ended or process.returncode == 0, "a run that was not killed ends well", said)
        moment = ("after its end" if had_ended else "when the file stood" if result
                  else "while the file was written" if was_writing
                  else "with work on disk" if study.parts() else "before any work was on disk")
        counts[moment] += 1
        print(f"  round {number + 1}: {moment}; {len(study.parts())} parts")
        if result:
            study.must_end_with(whole, "a kill when the file stood")
    study.must_end_with(whole, "all the kills")
    return counts


def cut_short(part, chance):
    content = part.read_bytes()
    part.write_bytes(content[:chance.randrange(len(content))])


def change_a_byte(part, chance):
    content = bytearray(part.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    part.write_bytes(content)


def damage_a_part(study, whole, damage, words, chance):
    study.interrupt_with_parts()
    damage(chance.choice(study.parts()), chance)
    study.must_end_with(whole, words, saying="damaged")


def fill_the_disk(program, whole):
    """As root on a disk of its own that is really full; otherwise files may not grow beyond a limit."""
    with tempfile.TemporaryDirectory() as folder:
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=256k", "none", folder], stderr=subprocess.DEVNULL).returncode == 0
        try:
            study = Study(program, folder)
            code, said = study.run(limit=None if mounted else 4096)
            claim(code == 3, "a full disk ends the study with exit code 3", code, said)
            claim(study.result() is None, "no partial file stands under the final name")
            claim("No space left" in said or "too large" in said, "the reason is told", said)
            if mounted:
                subprocess.run(["mount", "-o", "remount,size=256m", folder], check=True)
            study.must_end_with(whole, "a full disk")
        finally:
            if mounted:
                subprocess.run(["umount", "-l", folder], check=True)
    return "a full disk" if mounted else "a limit on the size of files, in the place of a full disk"


def stop_in_time(study, whole):
    code, out, err, seconds = study.interrupt_with_parts()
    claim(code == 75, "SIGTERM ends the study with exit code 75", code, err)
    claim(seconds < SECONDS_TO_STOP, "it stops in time", f"{seconds:.1f} s")
    claim(not out and "goes on from there" in err, "it says how to go on", out, err)
    claim(study.result() is None and study.parts(), "its work is kept", study.names())
    study.must_end_with(whole, "SIGTERM", saying="finished by an earlier run")
    return seconds


def two_at_once(study, whole):
    first = study.start(command=ENDLESS)
    wait_until(lambda: (study.folder / PARTS / "lock").exists())
    code, said = study.run()
    claim(code == 3, "a second process on one study ends with exit code 3", code, said)
    claim("another run is working on this output" in said, "the second process says so", said)
    first.kill()
    first.communicate()
    study.must_end_with(whole, "two processes at once")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    program, chance = str(pathlib.Path(asked.program).resolve()), random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        study = Study(program, folder)
        began = time.monotonic()
        code, said = study.run()
        duration = time.monotonic() - began
        whole = study.result()
        claim(code == 0 and whole, "the study runs when it is left alone", code, said)
        print(f"left alone: {duration:.1f} s, {len(whole)} bytes")
        study.forget()
        counts = kill_many_times(study, whole, duration, asked.rounds, chance)
        print(f"{asked.rounds} rounds, seed {asked.seed}:", ", ".join(f"{n} {what}" for what, n in counts.items()))
        damage_a_part(study, whole, cut_short, "a part was cut short", chance)
        damage_a_part(study, whole, change_a_byte, "a byte of a part was changed", chance)
        print(f"SIGTERM: stopped within {stop_in_time(study, whole):.2f} s")
        two_at_once(study, whole)
        print("and the same bytes after a part cut short, a byte changed, two processes and", fill_the_disk(program, whole))


if __name__ == "__main__":
    main()
