package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Buckets;
import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.condition.StateFacts;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns conditions into nodes. */
final class Compiler {
    private static final ValueTest SOME = new ValueTest.Compares(Comparison.AT_LEAST, 1);

    private final Tracks tracks;

    /** Whether facts of every kind can change an answer. */
    boolean everyKind;

    /** Whether the passing of time can. */
    boolean time;

    Compiler(Tracks tracks) {
        this.tracks = tracks;
    }

    Node node(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> group(of, Truth.FALSE, false);
            case Condition.Any(List<Condition> of) -> group(of, Truth.TRUE, false);
            case Condition.None(List<Condition> of) -> group(of, Truth.TRUE, true);
            case Condition.Surely(Condition of) -> new Node.Surely(node(of));
            case Condition.FactCount it ->
                    asked(
                            Selection.of(it.kind()),
                            window(it.lastDays()),
                            Measure.COUNT,
                            new ValueTest.Compares(it.comparison(), it.number()));
            case Condition.AmountSum it ->
                    asked(
                            Selection.of(it.kind()),
                            window(it.lastDays()),
                            new Measure.Sum(new Property.Amount(it.currency())),
                            new ValueTest.Compares(it.comparison(), it.minorUnits()));
            case Condition.DaysSinceFirst it ->
                    since(
                            it.kind(),
                            new Measure.SinceFirst(Length.Unit.DAY),
                            it.comparison(),
                            it.days());
            case Condition.DaysSinceLast it ->
                    since(
                            it.kind(),
                            new Measure.SinceLast(Length.Unit.DAY),
                            it.comparison(),
                            it.days());
            case Condition.CustomerAge it -> age(it);
            case Condition.Facts it -> asked(it.facts(), it.window(), it.measure(), it.test());
            case Condition.Sequence it -> sequence(it);
            case Condition.Anniversary it -> near(it);
            case Condition.Bucket it ->
                    new Node.Share(Buckets.hash(it.salt()), it.from(), it.below());
            case Condition.Tag it -> tag(it);
            case Condition.Prefers it ->
                    new Node.Liked(
                            tracks.preference(it.dimension()), Check.of(it.test(), tracks.codes));
            default -> state(condition);
        };
    }

    /** Clauses about what a customer is: each is a question about the facts that say it. */
    private Node state(Condition condition) {
        return switch (condition) {
            case Condition.Attribute(String name, ValueTest test) ->
                    last(StateFacts.attribute(name), StateFacts.VALUE, test, null);
            case Condition.AttributeChanged(String name, Window window) ->
                    asked(StateFacts.attribute(name), window, Measure.COUNT, SOME);
            case Condition.Identity(String type) -> identity(type);
            case Condition.Consent it -> consent(it);
            case Condition.Score it ->
                    asked(
                            StateFacts.scored(it.model()),
                            window(it.asOf()),
                            new Measure.Last(new Property.Named(it.figure())),
                            it.test());
            case Condition.Stage it -> stage(it);
            case Condition.StageMoved it -> moved(it);
            case Condition.InAudience(String audience) ->
                    last(
                            StateFacts.membership(audience),
                            new Property.Kind(),
                            StateFacts.is(Kinds.AUDIENCE_ENTERED),
                            Truth.FALSE);
            default -> throw new IllegalStateException("no state: " + condition);
        };
    }

    private Node stage(Condition.Stage it) {
        StageRules scheme = it.rules();
        if (scheme.rules().isEmpty()) {
            return new Node.Unknown();
        }
        Wanted wanted = new Wanted(scheme, it.stages());
        if (it.asOf() instanceof Moment.Now) {
            return new Node.Placed(
                    scheme.rules().stream().map(rule -> node(rule.condition())).toList(), wanted);
        }
        time |= it.asOf() instanceof Moment.Ago;
        return new Node.PlacedThen(tracks.past(scheme, it.asOf()), wanted);
    }

    private Node moved(Condition.StageMoved it) {
        if (it.rules().rules().isEmpty()) {
            return group(List.of(), Truth.TRUE, false);
        }
        time |= moves(it.window());
        return new Node.Asked(
                tracks.moves(it), question(Measure.COUNT, SOME, null), tracks.date(it.window()));
    }

    private Node group(List<Condition> of, Truth decides, boolean negated) {
        return new Node.Group(of.stream().map(this::node).toList(), decides, negated);
    }

    private Node since(String kind, Measure measure, Comparison comparison, int days) {
        time = true;
        Selection selection = Selection.of(kind);
        ValueTest test = new ValueTest.Compares(comparison, days);
        return new Node.Asked(
                tracks.of(selection, Window.EVER, measure),
                question(measure, test, Truth.FALSE),
                null);
    }

    private Node age(Condition.CustomerAge age) {
        time = true;
        everyKind = true;
        return new Node.Age(age.comparison(), age.days());
    }

    private Node asked(Selection selection, Window window, Measure measure, ValueTest test) {
        Question question = question(measure, test, null);
        time |= question.isElapsed() || moves(window);
        return new Node.Asked(tracks.of(selection, window, measure), question, tracks.date(window));
    }

    private Node last(
            Selection selection, Property property, ValueTest test, @Nullable Truth ifNothing) {
        Measure last = new Measure.Last(property);
        return new Node.Asked(
                tracks.of(selection, Window.EVER, last), question(last, test, ifNothing), null);
    }

    private Node sequence(Condition.Sequence sequence) {
        time |= moves(sequence.window());
        return new Node.Asked(
                tracks.of(sequence),
                question(Measure.COUNT, SOME, null),
                tracks.date(sequence.window()));
    }

    private Node near(Condition.Anniversary it) {
        time = true;
        return new Node.Near(
                tracks.date(it.attribute()),
                new Anniversaries(it.daysBefore(), it.daysAfter(), tracks.calendars));
    }

    private Node tag(Condition.Tag it) {
        time |= it.scheduledToday();
        return new Node.Tagged(
                tracks.tags(StateFacts.tag(it.category(), it.value())), it.scheduledToday());
    }

    private Node identity(String type) {
        Node added = asked(StateFacts.identityAdded(type), Window.EVER, Measure.COUNT, SOME);
        Node known = asked(StateFacts.knownBy(type), Window.EVER, Measure.COUNT, SOME);
        return new Node.Group(List.of(added, known), Truth.TRUE, false);
    }

    private Node consent(Condition.Consent it) {
        Selection said = StateFacts.consent(it.purpose(), it.channel());
        return switch (it.state()) {
            case GIVEN -> said(said, Kinds.CONSENT_GIVEN);
            case WITHDRAWN -> said(said, Kinds.CONSENT_WITHDRAWN);
            case NEVER_ASKED ->
                    asked(
                            said,
                            Window.EVER,
                            Measure.COUNT,
                            new ValueTest.Compares(Comparison.EXACTLY, 0));
        };
    }

    private Node said(Selection facts, String kind) {
        return last(facts, new Property.Kind(), StateFacts.is(kind), Truth.FALSE);
    }

    private Question question(Measure measure, ValueTest test, @Nullable Truth ifNothing) {
        return new Question(measure, test, ifNothing, tracks.codes, tracks.calendars);
    }

    private static Window window(Optional<Integer> lastDays) {
        return lastDays.map(Window::lastDays).orElse(Window.EVER);
    }

    /** The facts from which the state of a moment is read. */
    private static Window window(Moment moment) {
        return switch (moment) {
            case Moment.Now _ -> Window.EVER;
            case Moment.Ago(Length length) -> new Window.Older(length);
            case Moment.At(var instant) ->
                    new Window.Between(
                            Optional.empty(),
                            Optional.of(
                                    Micros.toInstant(Micros.of(instant))
                                            .plus(1, ChronoUnit.MICROS)));
        };
    }

    private static boolean moves(Window window) {
        return window instanceof Window.Last
                || window instanceof Window.Older
                || window instanceof Window.Calendar
                || window instanceof Window.AroundAnniversary;
    }
}
