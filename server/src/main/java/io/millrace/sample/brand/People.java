package io.millrace.sample.brand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the members: names, numbers, addresses of nobody in particular. */
final class People {
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程";
    private static final List<String> FEMALE =
            List.of(
                    "晓雯", "静怡", "雨桐", "思琪", "佳慧", "欣妍", "梦瑶", "雅婷", "诗涵", "若溪", "敏", "丽华", "秀英",
                    "芳", "婷婷", "月", "清荷", "采薇", "慧", "春燕", "一诺", "子涵");
    private static final List<String> MALE =
            List.of(
                    "浩然", "子轩", "志强", "伟", "建国", "俊杰", "明哲", "宇航", "文博", "磊", "天佑", "嘉豪", "鹏", "思远",
                    "国栋", "晨");
    private static final List<String> ENGLISH_FEMALE =
            List.of("Emma", "Olivia", "Grace", "Chloe", "Hannah", "Sofia", "Lucy", "Nora");
    private static final List<String> ENGLISH_MALE =
            List.of("Oliver", "James", "Henry", "Daniel", "Lucas", "Thomas", "Noah", "Peter");
    private static final List<String> ENGLISH_SURNAMES =
            List.of(
                    "Clarke",
                    "Bennett",
                    "Foster",
                    "Hughes",
                    "Walker",
                    "Novak",
                    "Rossi",
                    "Meyer",
                    "Dubois",
                    "Tanaka",
                    "Kim",
                    "Lindqvist",
                    "O'Brien",
                    "Singh");
    private static final List<String> PREFIXES =
            List.of(
                    "135", "136", "137", "138", "139", "150", "151", "152", "157", "158", "159",
                    "182", "183", "187", "188", "130", "131", "155", "156", "185", "186", "133",
                    "153", "180", "189");
    private static final List<String> DOMAINS =
            List.of("mail.example.com", "post.example.cn", "example.com", "example.org");
    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final List<Person.Contact> KIN =
            List.of(
                    new Person.Contact("", "spouse 配偶", "user", "同住 same household"),
                    new Person.Contact("", "mother 母亲", "user", "爱喝普洱 likes Pu'er"),
                    new Person.Contact("", "father 父亲", "user", "每天泡茶 makes tea every day"),
                    new Person.Contact("", "daughter 女儿", "influencer", "护肤她做主 knows skin care"),
                    new Person.Contact("", "colleague 同事", "initiator", "公司采购 buys for the office"),
                    new Person.Contact("", "spouse 配偶", "decider", "大件一起定 decides on big buys"));

    private People() {}

    static String number(int index) {
        return String.format(Locale.ROOT, "XS%08d", index);
    }

    /** A valid mobile number that no other index has. */
    static String phone(int index) {
        long scattered = (index * 48_271_949L + 7_654_321L) % 100_000_000L;
        return "+86"
                + PREFIXES.get(index % PREFIXES.size())
                + String.format(Locale.ROOT, "%08d", scattered);
    }

    static Person.Member member(int index, Habits habits, Instant joinedAt, Draws draws) {
        boolean female = draws.chance(0.74);
        boolean english = draws.chance(0.06);
        String name = name(female, english, draws);
        boolean onWechat = !english && draws.chance(0.68);
        return new Person.Member(
                number(index),
                name,
                english ? "en" : "zh",
                female ? "female" : "male",
                draws.chance(0.7) ? birthday(joinedAt, draws) : null,
                english ? habits.home().cityEnglish() : habits.home().city(),
                draws.chance(0.93) ? phone(index) : null,
                draws.chance(english ? 0.95 : 0.31) ? email(index, draws) : null,
                onWechat ? "o" + letters(27, draws) : null,
                onWechat ? "o6" + letters(26, draws) : null,
                habits.channel(),
                habits.acquisition(),
                draws.chance(0.08) ? List.of(contact(name, draws)) : List.of());
    }

    static String anonymous(Draws draws) {
        return "anon-" + Long.toHexString(draws.bits()) + Long.toHexString(draws.bits());
    }

    private static String name(boolean female, boolean english, Draws draws) {
        if (english) {
            return draws.pick(female ? ENGLISH_FEMALE : ENGLISH_MALE)
                    + " "
                    + draws.pick(ENGLISH_SURNAMES);
        }
        int surname = draws.below(SURNAMES.length());
        return SURNAMES.substring(surname, surname + 1) + draws.pick(female ? FEMALE : MALE);
    }

    private static Person.Contact contact(String of, Draws draws) {
        Person.Contact kind = draws.pick(KIN);
        String surname = of.charAt(0) > 'z' ? of.substring(0, 1) : "王";
        return new Person.Contact(
                surname + draws.pick(draws.chance(0.5) ? FEMALE : MALE),
                kind.relation(),
                kind.role(),
                kind.note());
    }

    private static @Nullable LocalDate birthday(Instant joinedAt, Draws draws) {
        LocalDate joined = Seasons.date(joinedAt.getEpochSecond());
        double age = 18 + draws.gamma(3.2, 5.2);
        return joined.minusDays((long) (Math.min(age, 84) * 365.25));
    }

    private static String email(int index, Draws draws) {
        return "xishan" + Integer.toString(index, 36) + "@" + draws.pick(DOMAINS);
    }

    private static String letters(int count, Draws draws) {
        StringBuilder letters = new StringBuilder(count);
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = i % 9 == 0 ? draws.bits() >>> 1 : bits / LETTERS.length();
            letters.append(LETTERS.charAt((int) (bits % LETTERS.length())));
        }
        return letters.toString();
    }
}
