"""One command measured, as a user runs it.

Comes in: a command. Goes out: its wall time, user and system CPU time and peak memory, of the process and
all it waited for (os.wait4). The command is started from a small process of its own, since Linux counts the
memory of who starts a program to that program's peak. It knows nothing of what is measured.
"""

import json
import os
import statistics
import subprocess
import sys
import time

KEYS = ("wall", "user", "system", "peak")


def run(*command):
    """Seconds and bytes that a command took: {wall, user, system, peak}. A command that fails is an error."""
    os.sync()  # what the command before wrote is not its successor's burden
    words = [sys.executable, "-S", "-E", __file__, *map(str, command)]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(words[4:])}\n{done.stderr[-4000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def medians(runs):
    """The median of each figure over several runs of one command."""
    return {key: statistics.median(one[key] for one in runs) for key in KEYS}


def load():
    """The load of the machine over the last minute."""
    with open("/proc/loadavg") as file:
        return float(file.read().split()[0])


def machine():
    """What this was measured on."""
    with open("/proc/cpuinfo") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {"cpu": names[0] if names else "unknown", "cores": os.cpu_count(), "memory": pages}


def main():
    quiet = os.open(os.devnull, os.O_WRONLY)
    started = time.monotonic()
    child = os.posix_spawnp(
        sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1)]
    )
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - started
    print(
        json.dumps(
            {"wall": wall, "user": used.ru_utime, "system": used.ru_stime, "peak": used.ru_maxrss * 1024}
        )
    )
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
