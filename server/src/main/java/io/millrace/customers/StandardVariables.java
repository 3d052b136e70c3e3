package io.millrace.customers;

import static io.millrace.customers.Variables.Group.ACTIVITIES;
import static io.millrace.customers.Variables.Group.BUYING_ROLE;
import static io.millrace.customers.Variables.Group.DEMOGRAPHIC;
import static io.millrace.customers.Variables.Group.FAMILY;
import static io.millrace.customers.Variables.Group.INTERESTS;
import static io.millrace.customers.Variables.Group.OPINIONS;
import static io.millrace.customers.Variables.Group.SOCIO_ECONOMIC;

import io.millrace.customers.Variables.Choice;
import io.millrace.customers.Variables.Group;
import io.millrace.customers.Variables.Standard;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of standard variables; docs/customer-variables.md is its reference. */
final class StandardVariables {
    static final String FAMILY_STAGE = "familyStage";
    static final String BIRTH_YEAR = "birthYear";
    static final String PARTNER = "maritalStatus";
    static final String YOUNGEST_BORN = "youngestChildBorn";
    static final String CHILDREN_AT_HOME = "childrenAtHome";
    static final String WORK = "workStatus";

    static final List<Standard> ALL =
            List.of(
                    text("gender", DEMOGRAPHIC, "Gender|性别", "female|Female|女", "male|Male|男"),
                    plain(BIRTH_YEAR, DEMOGRAPHIC, "Year of birth|出生年份", "number"),
                    text(
                            PARTNER,
                            DEMOGRAPHIC,
                            "Marital status|婚姻状况",
                            "single|Single|单身",
                            "partnered|Living with a partner|同居",
                            "married|Married|已婚",
                            "divorced|Divorced|离异",
                            "widowed|Widowed|丧偶"),
                    plain("householdSize", DEMOGRAPHIC, "People in the household|家庭人口", "number"),
                    text(
                            "residence",
                            DEMOGRAPHIC,
                            "Where they live|居住地类型",
                            "city|City|城市",
                            "suburb|Suburb|郊区",
                            "town|Town|县镇",
                            "country|Countryside|乡村"),
                    text(
                            "education",
                            SOCIO_ECONOMIC,
                            "Education|教育程度",
                            "school|School|中学及以下",
                            "vocational|Vocational|职业教育",
                            "bachelor|Bachelor|本科",
                            "postgraduate|Postgraduate|研究生及以上"),
                    text(
                            "profession",
                            SOCIO_ECONOMIC,
                            "Profession|职业",
                            "management|Management|管理人员",
                            "professional|Professional|专业人员",
                            "office|Office work|职员",
                            "service|Service and sales|服务与销售",
                            "manual|Manual work|工人",
                            "self-employed|Self-employed|自由职业",
                            "public|Public service|公务与事业单位",
                            "student|Student|学生",
                            "other|Other|其他"),
                    text(
                            WORK,
                            SOCIO_ECONOMIC,
                            "Work|工作状态",
                            "employed|Employed|在职",
                            "seeking|Seeking work|求职中",
                            "studying|Studying|就读",
                            "home|At home|居家",
                            "retired|Retired|退休"),
                    text(
                            "income",
                            SOCIO_ECONOMIC,
                            "Household income|家庭收入",
                            "low|Low|较低",
                            "lower-middle|Lower middle|中下",
                            "middle|Middle|中等",
                            "upper-middle|Upper middle|中上",
                            "high|High|较高"),
                    text(
                            "housing",
                            SOCIO_ECONOMIC,
                            "Housing|住房",
                            "owned|Owned|自有",
                            "rented|Rented|租住",
                            "family|With family|与家人同住"),
                    plain("ownsCar", SOCIO_ECONOMIC, "Owns a car|有车", "flag"),
                    plain("hobby", ACTIVITIES, "Favourite pastime|主要爱好", "text"),
                    plain("sport", ACTIVITIES, "Sport|运动", "text"),
                    text(
                            "travels",
                            ACTIVITIES,
                            "Travels|旅行频率",
                            "never|Hardly ever|几乎不",
                            "yearly|Once a year|每年一次",
                            "often|Several times a year|每年多次"),
                    text(
                            "media",
                            INTERESTS,
                            "Media|主要媒体",
                            "short-video|Short video|短视频",
                            "social|Social networks|社交网络",
                            "news|News|新闻",
                            "television|Television|电视",
                            "print|Print|纸媒"),
                    plain("foods", INTERESTS, "Food they like|饮食偏好", "text"),
                    text(
                            "fashion",
                            INTERESTS,
                            "Fashion|时尚态度",
                            "leads|Leads|引领",
                            "follows|Follows|跟随",
                            "indifferent|Does not care|不关心"),
                    text(
                            "priceAttitude",
                            OPINIONS,
                            "Price or quality|价格与品质",
                            "price|Price first|价格优先",
                            "balanced|Balanced|均衡",
                            "quality|Quality first|品质优先"),
                    text(
                            "brandAttitude",
                            OPINIONS,
                            "Loyal to brands|品牌态度",
                            "loyal|Loyal|忠诚",
                            "switching|Switches|易转换",
                            "indifferent|Indifferent|不在意"),
                    text(
                            "greenAttitude",
                            OPINIONS,
                            "Sustainability|可持续态度",
                            "matters|Matters|重视",
                            "somewhat|Somewhat|一般",
                            "indifferent|Indifferent|不在意"),
                    plain(CHILDREN_AT_HOME, FAMILY, "Children at home|在家子女数", "number"),
                    plain(YOUNGEST_BORN, FAMILY, "Youngest child born|最小子女出生日", "date"),
                    derived(
                            FAMILY_STAGE,
                            FAMILY,
                            "Family life stage|家庭生命周期",
                            "bachelor|Bachelor|单身",
                            "newly-paired|Young couple|新婚",
                            "full-nest-1|Full nest I: child under six|满巢一期（子女不满六岁）",
                            "full-nest-2|Full nest II: child of six or more|满巢二期（子女六岁以上）",
                            "full-nest-3|Full nest III: older couple with children|满巢三期（年长夫妇与子女）",
                            "empty-nest-1|Empty nest, at work|空巢一期（在职）",
                            "empty-nest-2|Empty nest, retired|空巢二期（退休）",
                            "survivor-1|Alone, at work|独居在职",
                            "survivor-2|Alone, retired|独居退休",
                            "single-parent|Single parent|单亲家庭"),
                    text(
                            "buyingRole",
                            BUYING_ROLE,
                            "Role in buying|购买角色",
                            "initiator|Initiator|发起者",
                            "influencer|Influencer|影响者",
                            "decider|Decider|决策者",
                            "buyer|Buyer|购买者",
                            "user|User|使用者"));

    private StandardVariables() {}

    /** True if the variable takes this value, or is none of the standard ones. */
    static boolean allows(String name, String value) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .allMatch(one ->
                        !one.derived()
                                && (one.values().isEmpty()
                                        || one.values().stream()
                                                .anyMatch(v -> v.key().equals(value))));
    }

    private static Standard plain(String name, Group group, String label, String type) {
        return new Standard(name, group, label(label), type, List.of(), false);
    }

    private static Standard text(String name, Group group, String label, String... values) {
        return new Standard(name, group, label(label), "text", choices(values), false);
    }

    private static Standard derived(String name, Group group, String label, String... values) {
        return new Standard(name, group, label(label), "text", choices(values), true);
    }

    private static List<Choice> choices(String... values) {
        List<Choice> choices = new ArrayList<>();
        for (String value : values) {
            int bar = value.indexOf('|');
            choices.add(new Choice(value.substring(0, bar), label(value.substring(bar + 1))));
        }
        return choices;
    }

    private static Label label(String both) {
        int bar = both.indexOf('|');
        return new Label(both.substring(0, bar), both.substring(bar + 1));
    }
}
