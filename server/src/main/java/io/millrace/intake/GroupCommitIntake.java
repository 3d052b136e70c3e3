package io.millrace.intake;

import io.millrace.access.Access;
import io.millrace.shared.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;

/** Takes events: reads them on the caller's thread, and commits them with everybody else's. */
final class GroupCommitIntake implements Intake, AutoCloseable {
    private static final int RETRY_SECONDS = 2;

    private final Access access;
    private final GroupCommit commit;
    private final Patience patience = Patience.ofSeconds();
    private final EventNames names;
    private final LiveEvents live;
    private final Ids ids;
    private final InstantSource clock;

    GroupCommitIntake(
            Access access,
            GroupCommit commit,
            EventNames names,
            LiveEvents live,
            Ids ids,
            InstantSource clock) {
        this.access = access;
        this.commit = commit;
        this.names = names;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Receipt take(String source, byte[] body, Options options) {
        ParsedBody parsed = CallParser.parse(body, body.length);
        Request request = new Request(null, body, body.length, false, options);
        return switch (commit(read(source, request, parsed), options.language())) {
            case Answer.Taken taken -> taken.receipt();
            case Answer.Busy _, Answer.Unavailable _ ->
                    throw new QueryTimeoutException("events were not committed in time");
            case Answer.UnknownKey _, Answer.Broken _ ->
                    throw new IllegalStateException("only a request from outside has a key");
        };
    }

    @Override
    public Answer accept(Request request) {
        Optional<Access.WriteKey> stranger = Optional.empty();
        Optional<Access.WriteKey> key =
                request.key() == null ? stranger : access.writeKey(request.key());
        if (request.key() != null && key.isEmpty()) {
            return new Answer.UnknownKey();
        }
        ParsedBody parsed = CallParser.parse(request.body(), request.length());
        if (key.isEmpty() && parsed.writeKey() != null) {
            key = access.writeKey(parsed.writeKey());
        }
        if (key.isEmpty()) {
            boolean silent = parsed instanceof ParsedBody.Broken && parsed.writeKey() == null;
            return silent ? brokenAnswer(request, parsed) : new Answer.UnknownKey();
        }
        Answer answer =
                commit(read(key.get().name(), request, parsed), request.options().language());
        boolean whole = parsed instanceof ParsedBody.Calls && !request.cut();
        return whole || !(answer instanceof Answer.Taken) ? answer : brokenAnswer(request, parsed);
    }

    @Override
    public List<LiveEvent> live(int limit) {
        return live.newest(limit);
    }

    @Override
    public void close() {
        commit.close();
        patience.close();
    }

    private static Answer brokenAnswer(Request request, ParsedBody parsed) {
        String code = brokenCode(request, parsed);
        long offset = parsed instanceof ParsedBody.Broken broken ? broken.offset() : 0;
        return new Answer.Broken(code, offset);
    }

    private static String brokenCode(Request request, ParsedBody parsed) {
        if (request.cut()) {
            return Codes.TOO_LARGE;
        }
        return parsed instanceof ParsedBody.Broken broken ? broken.code() : Codes.MALFORMED;
    }

    /** What is to be written of a request. */
    private record Reading(List<Item> items, List<Rejected> rejected, int uncounted) {}

    private Reading read(String source, Request request, ParsedBody parsed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (request.cut() || !(parsed instanceof ParsedBody.Calls calls)) {
            Flaw flaw =
                    Flaw.of(
                            brokenCode(request, parsed),
                            "",
                            parsed instanceof ParsedBody.Broken broken && !request.cut()
                                    ? broken.offset()
                                    : request.length(),
                            Limits.BATCH_BYTES);
            return new Reading(List.of(), List.of(broken(source, request, flaw, now)), 0);
        }
        Item.Body body =
                new Item.Body(
                        request.body(),
                        request.length(),
                        calls.contextAt(),
                        calls.sentAt(),
                        calls.batch() ? null : request.options().type());
        CallCheck check = CallCheck.of(source, calls, body, now, names, ids, null);
        if (calls.tooMany() == 0) {
            return new Reading(check.items, check.rejected, 0);
        }
        List<Rejected> rejected = new ArrayList<>(check.rejected);
        Flaw flaw = Flaw.of(Codes.TOO_MANY_EVENTS, "/batch", Limits.BATCH_EVENTS);
        rejected.add(
                rejected(source, body, flaw, now, Limits.BATCH_EVENTS, calls.tooManyAt(), "batch"));
        return new Reading(check.items, rejected, calls.tooMany() - 1);
    }

    private static Rejected broken(String source, Request request, Flaw flaw, Instant now) {
        Item.Body body =
                new Item.Body(request.body(), request.length(), ParsedBody.Slice.NONE, null, null);
        ParsedBody.Slice all = new ParsedBody.Slice(0, request.length());
        return rejected(source, body, flaw, now, 0, all, "body");
    }

    private static Rejected rejected(
            String source,
            Item.Body body,
            Flaw flaw,
            Instant now,
            int index,
            ParsedBody.Slice at,
            String preview) {
        return new Rejected(
                index, source, null, null, flaw, preview, List.of(), now, null, body, at, null);
    }

    private Answer commit(Reading reading, Locale language) {
        Submission submission = new Submission(reading.items(), reading.rejected());
        if (submission.size() == 0) {
            return new Answer.Taken(new Receipt(0, 0, 0, List.of()));
        }
        patience.begin(submission);
        if (!commit.submit(submission)) {
            patience.end(submission);
            return new Answer.Busy(1);
        }
        List<Fate> fates = await(submission);
        patience.end(submission);
        if (fates == null) {
            return new Answer.Unavailable(RETRY_SECONDS);
        }
        live.add(reading.items(), fates, reading.rejected());
        return new Answer.Taken(receipt(reading, fates, language));
    }

    /** Null if the database did not answer. What is not answered may still have been committed. */
    private @Nullable List<Fate> await(Submission submission) {
        try {
            return submission.fates().get();
        } catch (ExecutionException failed) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static Receipt receipt(Reading reading, List<Fate> fates, Locale language) {
        int accepted = 0;
        int duplicates = 0;
        List<Rejection> errors = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            Item item = reading.items().get(i);
            switch (fates.get(i)) {
                case Fate.Accepted _ -> accepted++;
                case Fate.Duplicate _ -> duplicates++;
                case Fate.Refused refused ->
                        errors.add(
                                rejection(
                                        item.index(),
                                        item.messageId(),
                                        item.body(),
                                        refused.flaw(),
                                        language));
            }
        }
        for (Rejected rejected : reading.rejected()) {
            errors.add(
                    rejection(
                            rejected.index(),
                            rejected.messageId(),
                            rejected.body(),
                            rejected.flaw(),
                            language));
        }
        errors.sort(Comparator.comparingInt(Rejection::index));
        return new Receipt(accepted, duplicates, errors.size() + reading.uncounted(), errors);
    }

    private static Rejection rejection(
            int index, @Nullable String messageId, Item.Body body, Flaw flaw, Locale language) {
        String at = body.call() == null ? "/batch/" + index : "";
        return new Rejection(
                index, messageId, flaw.code(), at + flaw.pointer(), Messages.of(flaw, language));
    }
}
