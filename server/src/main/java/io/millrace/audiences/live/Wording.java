package io.millrace.audiences.live;

import static io.millrace.audiences.live.Words.joined;
import static io.millrace.audiences.live.Words.label;

import io.millrace.kernel.condition.Buckets;
import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Label;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conditions in words. */
final class Wording {
    private static final Measure SINCE_FIRST = new Measure.SinceFirst(Length.Unit.DAY);
    private static final Measure SINCE_LAST = new Measure.SinceLast(Length.Unit.DAY);

    private final Definitions audiences;

    private Wording(Definitions audiences) {
        this.audiences = audiences;
    }

    static Label of(Condition condition, Definitions audiences) {
        return new Wording(audiences).say(condition);
    }

    private Label say(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) ->
                    of.isEmpty() ? label("everybody", "所有客户") : group(of, " and ", "，且");
            case Condition.Any(List<Condition> of) ->
                    of.isEmpty() ? label("nobody", "没有客户") : group(of, " or ", "，或");
            case Condition.None(List<Condition> of) -> none(of);
            case Condition.Surely(Condition of) -> {
                Label part = say(of);
                yield label(part.en() + " (unknown counts as no)", part.zh() + "（未知视为否）");
            }
            case Condition.FactCount it ->
                    facts(
                            Selection.of(it.kind()),
                            Measure.COUNT,
                            window(it.lastDays()),
                            new ValueTest.Compares(it.comparison(), it.number()));
            case Condition.AmountSum it -> amount(it);
            case Condition.DaysSinceFirst(String kind, Comparison comparison, int days) ->
                    ago("first ", "首次", Words.kind(kind), comparison, days);
            case Condition.DaysSinceLast(String kind, Comparison comparison, int days) ->
                    ago("last ", "最近一次", Words.kind(kind), comparison, days);
            case Condition.CustomerAge(Comparison comparison, int days) ->
                    ago("first ", "首次", label("seen", "出现"), comparison, days);
            case Condition.Facts it -> facts(it.facts(), it.measure(), it.window(), it.test());
            case Condition.Sequence it -> sequence(it);
            default -> who(condition);
        };
    }

    private Label who(Condition condition) {
        return switch (condition) {
            case Condition.Attribute(String name, ValueTest test) ->
                    Words.tested(label(name, name), test);
            case Condition.AttributeChanged(String name, Window window) ->
                    label(
                            name + " changed" + Words.window(window).en(),
                            Words.window(window).zh() + name + "有变化");
            case Condition.Anniversary(String attribute, int before, int after) ->
                    label(
                            "today is from %d days before to %d days after the anniversary of %s"
                                    .formatted(before, after, attribute),
                            "今天在%s周年日前 %d 天至后 %d 天内".formatted(attribute, before, after));
            case Condition.Identity(String identity) ->
                    label("has the identity " + identity, "有身份标识 " + identity);
            case Condition.Consent it -> consent(it);
            case Condition.Tag it -> tag(it);
            case Condition.Prefers it -> Words.tested(Words.favourite(it.dimension()), it.test());
            case Condition.Score it -> {
                Label tested =
                        Words.tested(
                                label(
                                        it.model() + " " + it.figure(),
                                        it.model() + " " + it.figure()),
                                it.test());
                yield at(tested, it.asOf());
            }
            case Condition.Stage it -> {
                Label stages = stages(it.scheme(), it.stages());
                yield at(
                        label(
                                it.scheme() + " stage is " + stages.en(),
                                it.scheme() + " 阶段为" + stages.zh()),
                        it.asOf());
            }
            case Condition.StageMoved it -> moved(it);
            case Condition.InAudience(String audience) -> {
                String name = name(audience);
                yield label("in “" + name + "”", "属于“" + name + "”");
            }
            case Condition.Bucket(String salt, int from, int below) -> {
                String share =
                        BigDecimal.valueOf(below - from)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(Buckets.ALL))
                                .stripTrailingZeros()
                                .toPlainString();
                yield label(
                        "in a fixed " + share + " % of all (" + salt + ")",
                        "属于固定的 " + share + "% 随机分组（" + salt + "）");
            }
            default -> throw new IllegalArgumentException("no words for " + condition);
        };
    }

    private String name(String audience) {
        try {
            return audiences
                    .of(UUID.fromString(audience))
                    .map(Definitions.Definition::name)
                    .orElse(audience);
        } catch (IllegalArgumentException none) {
            return audience;
        }
    }

    private Label group(List<Condition> of, String en, String zh) {
        return joined(of, part -> bracketed(part, of.size()), en, zh);
    }

    private Label bracketed(Condition part, int siblings) {
        boolean group =
                part instanceof Condition.All(List<Condition> all) && all.size() > 1
                        || part instanceof Condition.Any(List<Condition> any) && any.size() > 1;
        Label said = say(part);
        return group && siblings > 1 ? label("(" + said.en() + ")", "（" + said.zh() + "）") : said;
    }

    private Label none(List<Condition> of) {
        if (of.isEmpty()) {
            return label("everybody", "所有客户");
        }
        Label any = group(of, " or ", "，或");
        return label("not (" + any.en() + ")", "并非（" + any.zh() + "）");
    }

    private static Window window(Optional<Integer> lastDays) {
        return lastDays.map(Window::lastDays).orElse(Window.EVER);
    }

    private static Label amount(Condition.AmountSum it) {
        int digits = Math.max(0, Currency.getInstance(it.currency()).getDefaultFractionDigits());
        String amount = BigDecimal.valueOf(it.minorUnits(), digits).toPlainString();
        Label compared = Words.compared(it.comparison(), it.currency() + " " + amount);
        Label kind = Words.kind(it.kind());
        Label window = Words.window(window(it.lastDays()));
        return label(
                "sum of " + kind.en() + " is " + compared.en() + window.en(),
                window.zh() + kind.zh() + "金额" + compared.zh());
    }

    private static Label ago(String en, String zh, Label what, Comparison comparison, long days) {
        Label compared = Words.compared(comparison, Long.toString(days));
        return label(
                en + what.en() + " " + compared.en() + " days ago",
                zh + what.zh() + "距今" + compared.zh() + " 天");
    }

    private static Label facts(Selection facts, Measure measure, Window window, ValueTest test) {
        Label what = Words.selection(facts);
        Label when = Words.window(window);
        if (measure instanceof Measure.Count
                && test instanceof ValueTest.Compares(Comparison comparison, Value number)) {
            return counted(what, when, comparison, Words.plain(number));
        }
        if (window instanceof Window.Ever
                && test instanceof ValueTest.Compares(Comparison comparison, Value.Whole(long days))
                && (measure.equals(SINCE_FIRST) || measure.equals(SINCE_LAST))) {
            return measure.equals(SINCE_FIRST)
                    ? ago("first ", "首次", what, comparison, days)
                    : ago("last ", "最近一次", what, comparison, days);
        }
        Label measured = measured(measure, what);
        return Words.tested(label(measured.en() + when.en(), when.zh() + measured.zh()), test);
    }

    private static Label counted(Label what, Label when, Comparison comparison, String number) {
        if (comparison == Comparison.EXACTLY && number.equals("0")) {
            return label("no " + what.en() + when.en(), when.zh() + "没有" + what.zh());
        }
        Label compared = Words.compared(comparison, number);
        return label(
                compared.en() + " × " + what.en() + when.en(),
                when.zh() + what.zh() + " " + compared.zh() + " 次");
    }

    private static Label measured(Measure measure, Label what) {
        return switch (measure) {
            case Measure.Count() -> label("number of " + what.en(), what.zh() + "次数");
            case Measure.Distinct(var of) -> of("different values of ", "的不同取值数", of, what);
            case Measure.Sum(var of) -> of("sum of ", "合计", of, what);
            case Measure.Average(var of) -> of("average of ", "平均值", of, what);
            case Measure.Least(var of) -> of("least ", "最小值", of, what);
            case Measure.Most(var of) -> of("greatest ", "最大值", of, what);
            case Measure.First(var of) -> of("first ", "首次值", of, what);
            case Measure.Last(var of) -> of("last ", "末次值", of, what);
            case Measure.SinceFirst(Length.Unit unit) -> since("first ", "首次", unit, what);
            case Measure.SinceLast(Length.Unit unit) -> since("last ", "最近一次", unit, what);
        };
    }

    private static Label of(String en, String zh, Property of, Label what) {
        Label property = Words.property(of);
        return label(en + property.en() + " of " + what.en(), what.zh() + "的" + property.zh() + zh);
    }

    private static Label since(String en, String zh, Length.Unit unit, Label what) {
        Label one = Words.length(new Length(2, unit));
        return label(
                one.en().substring(2) + " since the " + en + what.en(),
                "距" + zh + what.zh() + "的" + one.zh().substring(2) + "数");
    }

    private static Label sequence(Condition.Sequence it) {
        Label steps = joined(it.steps(), Words::selection, ", then ", "，然后 ");
        Label within =
                it.within()
                        .map(Words::length)
                        .map(one -> label(" within " + one.en(), "（" + one.zh() + "内）"))
                        .orElse(label("", ""));
        Label without =
                it.without().isEmpty()
                        ? label("", "")
                        : joined(it.without(), Words::selection, " or ", "或");
        Label same =
                it.same()
                        .map(Words::property)
                        .map(one -> label(", with the same " + one.en(), "，同一" + one.zh()))
                        .orElse(label("", ""));
        Label when = Words.window(it.window());
        return label(
                steps.en()
                        + within.en()
                        + (it.without().isEmpty() ? "" : ", without " + without.en())
                        + same.en()
                        + when.en(),
                when.zh()
                        + steps.zh()
                        + within.zh()
                        + (it.without().isEmpty() ? "" : "，其间没有" + without.zh())
                        + same.zh());
    }

    private static Label consent(Condition.Consent it) {
        Label state =
                switch (it.state()) {
                    case GIVEN -> label("consented to ", "已同意");
                    case WITHDRAWN -> label("withdrew the consent to ", "已撤回");
                    case NEVER_ASKED -> label("was never asked for consent to ", "从未询问");
                };
        return label(
                state.en() + it.purpose() + " by " + it.channel(),
                state.zh() + "通过 " + it.channel() + " 的 " + it.purpose());
    }

    private static Label tag(Condition.Tag it) {
        String tag = it.value().map(value -> it.category() + ": " + value).orElse(it.category());
        return it.scheduledToday()
                ? label("tag “" + tag + "” applies today", "标签“" + tag + "”适用于今天")
                : label("has the tag “" + tag + "”", "有标签“" + tag + "”");
    }

    private Label moved(Condition.StageMoved it) {
        Label when = Words.window(it.window());
        Label from = stages(it.scheme(), it.from());
        Label to = stages(it.scheme(), it.to());
        return label(
                "moved in "
                        + it.scheme()
                        + (it.from().isEmpty() ? "" : " from " + from.en())
                        + (it.to().isEmpty() ? "" : " to " + to.en())
                        + when.en(),
                when.zh()
                        + it.scheme()
                        + " 阶段"
                        + (it.from().isEmpty() ? "" : "从" + from.zh())
                        + (it.to().isEmpty() ? "变动" : "变为" + to.zh()));
    }

    private Label stages(String scheme, List<String> stages) {
        return joined(stages, stage -> audiences.stage(scheme, stage), " or ", "或");
    }

    private static Label at(Label said, Moment moment) {
        return switch (moment) {
            case Moment.Now() -> said;
            case Moment.Ago(Length length) ->
                    label(
                            said.en() + ", " + Words.length(length).en() + " ago",
                            Words.length(length).zh() + "前 " + said.zh());
            case Moment.At(Instant instant) ->
                    label(said.en() + ", as of " + instant, "截至 " + instant + " " + said.zh());
        };
    }
}
