package io.millrace.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that {@code postmaster.pid} in a data directory names.
 *
 * @param port the TCP port it listens on
 */
record Postmaster(long pid, int port) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** What the file says; empty without a file or while it is half written. */
    static Optional<Postmaster> named(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(
                    new Postmaster(
                            Long.parseLong(lines.get(PID_LINE).strip()),
                            Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * True if the process runs and its working directory is this cluster: a process that got the
     * same number after a reboot is not taken for the server, nor is a dead one that nobody reaped.
     */
    boolean serves(Path cluster) {
        return alive(pid) && worksIn(pid, cluster);
    }

    /** True if any process at all still works in the cluster, such as a dying backend. */
    static boolean anybodyIn(Path cluster) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> alive(process.pid()) && worksIn(process.pid(), cluster));
    }

    private static boolean alive(long pid) {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            // Gone meanwhile, or a system without /proc.
            return !Files.isDirectory(Path.of("/proc/self"));
        }
    }

    private static boolean worksIn(long pid, Path cluster) {
        Path link = Path.of("/proc/" + pid + "/cwd");
        try {
            return Files.readSymbolicLink(link).equals(cluster.toRealPath());
        } catch (IOException e) {
            return !Files.isDirectory(Path.of("/proc/self"));
        }
    }
}
