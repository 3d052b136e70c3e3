package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.model.portrait.TraitTable;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where and what customers bought, and by what they are known: several values each. */
@Component
class MarkGroups implements GroupingMaker {
    static final int MOST = 24;

    private static final Map<String, Label> IDENTITIES =
            Map.of(
                    "email", new Label("E-mail address", "邮箱"),
                    "phone", new Label("Phone number", "手机号"),
                    "external", new Label("Number of another system", "外部编号"),
                    "member_card", new Label("Member card", "会员卡"),
                    "wechat_openid", new Label("WeChat account", "微信 OpenID"),
                    "wechat_unionid", new Label("WeChat union id", "微信 UnionID"),
                    "wecom_external", new Label("WeCom contact", "企业微信联系人"),
                    "device", new Label("Device", "设备"),
                    "anonymous", new Label("Browser", "浏览器标识"));

    private static final List<GroupingName> OFFERED =
            List.of(
                    name("bought.channel", "Channels bought on", "购买渠道", "buying"),
                    name("bought.store", "Stores bought in", "购买门店", "buying"),
                    name("bought.category", "Categories bought", "购买品类", "buying"),
                    name("identity", "Known by", "已知身份", "contact"));

    private static GroupingName name(String key, String en, String zh, String family) {
        return new GroupingName(key, new Label(en, zh), family, true);
    }

    @Override
    public List<GroupingName> offered(Base base) {
        return OFFERED;
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        return switch (name.key()) {
            case "bought.channel" -> of(name, base, TraitTable.CHANNEL);
            case "bought.store" -> of(name, base, TraitTable.STORE);
            case "bought.category" -> of(name, base, TraitTable.CATEGORY);
            default -> identities(name, base);
        };
    }

    private static Grouping of(GroupingName name, Base base, int of) {
        return words(name, base, of, word -> GroupValue.of(word, null), null);
    }

    /**
     * @param of what the marks must tell of
     * @param none the condition of who has no such mark
     */
    static Grouping words(
            GroupingName name,
            Base base,
            int of,
            Function<String, GroupValue> value,
            @Nullable Condition none) {
        TraitTable people = base.people();
        int marks = people.size() == 0 ? 0 : people.marksTo(people.size() - 1);
        List<Integer> codes =
                Counted.foremost(
                        marks,
                        place -> people.markOf(place) == of ? people.markWord(place) : -1,
                        MOST);
        Map<Integer, Integer> places = Counted.places(codes);
        List<GroupValue> values = new ArrayList<>();
        codes.forEach(code -> values.add(value.apply(base.words().word(code))));
        int other = values.size();
        values.add(GroupValue.other());
        values.add(GroupValue.none(none));
        return Grouping.several(
                name,
                values,
                base.size(),
                row -> {
                    long bits = 0;
                    for (int at = people.marksFrom(row); at < people.marksTo(row); at++) {
                        if (people.markOf(at) == of) {
                            bits |= 1L << places.getOrDefault(people.markWord(at), other);
                        }
                    }
                    return bits;
                });
    }

    /** A word may name several types, with commas. */
    private static Grouping identities(GroupingName name, Base base) {
        List<GroupValue> values = new ArrayList<>();
        Map<String, Long> bits = new LinkedHashMap<>();
        IDENTITIES.keySet().stream()
                .sorted()
                .forEach(type -> {
                    bits.put(type, 1L << values.size());
                    values.add(
                            new GroupValue(
                                    type,
                                    IDENTITIES.getOrDefault(type, new Label(type, type)),
                                    new Condition.Identity(type)));
                });
        values.add(GroupValue.none(null));
        TraitTable people = base.people();
        return Grouping.several(
                name,
                values,
                base.size(),
                row -> {
                    long found = 0;
                    for (int at = people.marksFrom(row); at < people.marksTo(row); at++) {
                        if (people.markOf(at) == TraitTable.IDENTITY) {
                            for (String type :
                                    base.words().word(people.markWord(at)).split(",", -1)) {
                                found |= bits.getOrDefault(type, 0L);
                            }
                        }
                    }
                    return found;
                });
    }
}
