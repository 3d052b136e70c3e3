package io.millrace.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets concurrent requests share one transaction. Each committer takes everything that waits, so a
 * group is as large as what arrived while the last one was being committed: nobody waits for a
 * clock, and the busier it is the cheaper each event becomes.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /**
     * Below so many waiting events a second committer would only make groups smaller; from here on
     * it uses the time in which the first one waits for the disk.
     */
    private static final int ENOUGH_FOR_TWO = 30;

    private static final Duration PAUSE_AFTER_OUTAGE = Duration.ofMillis(100);

    private final GroupWriter writer;
    private final int groupEvents;
    private final int queueEvents;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Submission> queue = new ArrayDeque<>();
    private final List<Thread> committers = new ArrayList<>();
    private int waiting;
    private int committing;
    private boolean closed;

    /**
     * @param groupEvents how many events a transaction holds at most, but for one larger request
     * @param queueEvents how many events may wait before requests are turned away
     */
    GroupCommit(GroupWriter writer, int committers, int groupEvents, int queueEvents) {
        this.writer = writer;
        this.groupEvents = groupEvents;
        this.queueEvents = queueEvents;
        for (int i = 1; i <= committers; i++) {
            this.committers.add(
                    Thread.ofPlatform().daemon().name("intake-commit-" + i).start(this::run));
        }
    }

    /** False if too much waits already; nothing was taken then. */
    boolean submit(Submission submission) {
        lock.lock();
        try {
            if (closed || waiting > 0 && waiting + submission.size() > queueEvents) {
                return false;
            }
            queue.addLast(submission);
            waiting += submission.size();
            if (committing == 0 || waiting >= ENOUGH_FOR_TWO) {
                arrived.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (List<Submission> group = next(); !group.isEmpty(); group = next()) {
                commit(group);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What waits, at most one group's worth; empty when there will be no more. */
    private List<Submission> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            List<Submission> group = List.of();
            while (group.isEmpty() && !(closed && queue.isEmpty())) {
                while (!closed && !worthCommitting()) {
                    arrived.await();
                }
                group = takeGroup();
            }
            committing++;
            return group;
        } finally {
            lock.unlock();
        }
    }

    private boolean worthCommitting() {
        return !queue.isEmpty() && (committing == 0 || waiting >= ENOUGH_FOR_TWO);
    }

    private List<Submission> takeGroup() {
        List<Submission> group = new ArrayList<>();
        int events = 0;
        while (!queue.isEmpty() && (group.isEmpty() || events < groupEvents)) {
            Submission submission = queue.removeFirst();
            waiting -= submission.size();
            if (submission.take()) {
                group.add(submission);
                events += submission.size();
            }
        }
        return group;
    }

    private void commit(List<Submission> group) throws InterruptedException {
        try {
            write(group);
        } catch (RuntimeException failed) {
            group.forEach(submission -> submission.fates().completeExceptionally(failed));
            if (GroupWriter.isOutage(failed)) {
                log.warn("A group of events could not be committed: {}", failed.toString());
                Thread.sleep(PAUSE_AFTER_OUTAGE);
            } else {
                log.error("A group of events could not be written", failed);
            }
        } finally {
            finished();
        }
    }

    private void write(List<Submission> group) {
        List<Item> items = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Submission submission : group) {
            items.addAll(submission.items());
            rejected.addAll(submission.rejected());
        }
        List<Fate> fates = writer.write(items, rejected);
        int from = 0;
        for (Submission submission : group) {
            int to = from + submission.items().size();
            submission.fates().complete(fates.subList(from, to));
            from = to;
        }
    }

    private void finished() {
        lock.lock();
        try {
            committing--;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Commits what waits and stops. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        for (Thread committer : committers) {
            try {
                committer.join(Duration.ofSeconds(20));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        lock.lock();
        try {
            queue.forEach(left -> left.fates().completeExceptionally(new CancellationException()));
            queue.clear();
        } finally {
            lock.unlock();
        }
    }
}
