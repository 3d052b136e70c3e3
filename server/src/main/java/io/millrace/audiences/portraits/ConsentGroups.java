package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Condition.Consent.State;
import io.millrace.kernel.model.portrait.TraitTable;
import io.millrace.shared.Label;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What customers said to marketing on each channel. */
@Component
class ConsentGroups implements GroupingMaker {
    private static final String PREFIX = "consent.";
    private static final Map<String, Label> NAMES =
            Map.of(
                    "email", new Label("e-mail", "邮件"),
                    "sms", new Label("SMS", "短信"),
                    "wechat", new Label("WeChat", "微信"),
                    "wecom", new Label("WeCom", "企业微信"),
                    "push", new Label("push", "推送"));

    @Override
    public List<GroupingName> offered(Base base) {
        return Bases.CHANNELS.stream()
                .map(channel -> {
                    Label name = NAMES.getOrDefault(channel, new Label(channel, channel));
                    return new GroupingName(
                            PREFIX + channel,
                            new Label("Consent: " + name.en(), "授权：" + name.zh()),
                            "contact",
                            false);
                })
                .toList();
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        String channel = name.key().substring(PREFIX.length());
        int place = Bases.CHANNELS.indexOf(channel);
        List<GroupValue> values =
                List.of(
                        value(channel, State.GIVEN, "given", new Label("Given", "已同意")),
                        value(channel, State.WITHDRAWN, "withdrawn", new Label("Withdrawn", "已撤回")),
                        value(
                                channel,
                                State.NEVER_ASKED,
                                GroupValue.NONE,
                                new Label("Never asked", "从未询问")));
        return Grouping.single(
                name,
                values,
                base.size(),
                row ->
                        switch (base.people().consent(place, row)) {
                            case TraitTable.GIVEN -> 0;
                            case TraitTable.WITHDRAWN -> 1;
                            default -> 2;
                        });
    }

    private static GroupValue value(String channel, State state, String key, Label label) {
        return new GroupValue(key, label, new Condition.Consent(Bases.PURPOSE, channel, state));
    }
}
