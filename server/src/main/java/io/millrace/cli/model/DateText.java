package io.millrace.cli.model;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date as it stands in a text: three numbers in the order in which they stand, and the seconds of
 * the day.
 *
 * @param month the place of the month if it can be seen (a name, or a year in front), else −1
 */
record DateText(int[] number, int month, boolean yearFirst, int secondOfDay) {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    static @Nullable DateText scan(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? digits(text)
                : new Scanner(text).scan();
    }

    /** Day and month cannot be told apart here. */
    boolean ambiguous() {
        return month < 0;
    }

    long seconds(boolean dayFirst) {
        int at = month >= 0 ? month : dayFirst ? 1 : 0;
        int year = number[yearFirst ? 0 : 2];
        int day = number[yearFirst ? 2 : at == 0 ? 1 : 0];
        int ofMonth = number[at];
        if (ofMonth < 1
                || ofMonth > 12
                || day < 1
                || day > 31
                || day > LocalDate.of(Year.isLeap(year) ? 2000 : 2001, ofMonth, 1).lengthOfMonth()
                || year < 1
                || year > 9999) {
            return DateReader.UNREADABLE;
        }
        return LocalDate.of(year, ofMonth, day).toEpochDay() * 86_400 + secondOfDay;
    }

    private static @Nullable DateText digits(String text) {
        return switch (text.length()) {
            case 8 -> compact(text, 0);
            case 12 -> compact(text, time(text, 8, 10, 12));
            case 14 -> compact(text, time(text, 8, 10, 12) + part(text, 12, 14));
            case 10 -> sinceEpoch(Long.parseLong(text));
            case 13 -> sinceEpoch(Long.parseLong(text) / 1000);
            default -> null;
        };
    }

    private static int time(String text, int hour, int minute, int end) {
        return part(text, hour, minute) * 3600 + part(text, minute, end) * 60;
    }

    private static DateText compact(String text, int secondOfDay) {
        return new DateText(
                new int[] {part(text, 0, 4), part(text, 4, 6), part(text, 6, 8)},
                1,
                true,
                secondOfDay);
    }

    private static DateText sinceEpoch(long seconds) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L));
        return new DateText(
                new int[] {day.getYear(), day.getMonthValue(), day.getDayOfMonth()},
                1,
                true,
                (int) Math.floorMod(seconds, 86_400L));
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Walks a text once. */
    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        @Nullable DateText scan() {
            int[] number = new int[3];
            int[] length = new int[3];
            int named = -1;
            for (int i = 0; i < 3; i++) {
                skip(i);
                int from = at;
                if (at < text.length() && Character.isLetter(text.charAt(at))) {
                    number[i] = named();
                    named = number[i] > 0 && named < 0 ? i : 3;
                } else {
                    number[i] = number();
                }
                length[i] = at - from;
                if (number[i] < 0 || named == 3) {
                    return null;
                }
            }
            boolean yearFirst = length[0] == 4 && named != 0;
            if (!yearFirst && length[2] != 4 && length[2] != 2) {
                return null;
            }
            if (!yearFirst && length[2] == 2) {
                number[2] += number[2] < 70 ? 2000 : 1900;
            }
            int month = named >= 0 ? named : yearFirst ? 1 : sure(number);
            int seconds = secondOfDay();
            return seconds < 0 ? null : new DateText(number, month, yearFirst, seconds);
        }

        private static int sure(int[] number) {
            return number[0] > 12 ? 1 : number[1] > 12 ? 0 : -1;
        }

        private void skip(int before) {
            while (at < text.length() && before > 0 && "-/. ,年月日".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private int number() {
            int value = -1;
            int from = at;
            while (at < text.length()
                    && at - from < 4
                    && text.charAt(at) >= '0'
                    && text.charAt(at) <= '9') {
                value = Math.max(value, 0) * 10 + text.charAt(at++) - '0';
            }
            return value;
        }

        private int named() {
            int from = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            String word = text.substring(from, at).toLowerCase(Locale.ROOT);
            return word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3)) + 1;
        }

        private int secondOfDay() {
            while (at < text.length() && "T ,日".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at == text.length()) {
                return 0;
            }
            int hour = number();
            if (hour < 0 || at == text.length() || text.charAt(at) != ':') {
                return hour < 0 ? -1 : 0;
            }
            at++;
            int minute = Math.max(0, number());
            int second = 0;
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
                second = Math.max(0, number());
            }
            String rest = text.substring(at).toLowerCase(Locale.ROOT);
            hour = rest.contains("pm") && hour < 12 ? hour + 12 : hour;
            hour = rest.contains("am") && hour == 12 ? 0 : hour;
            return hour > 24 || minute > 59 || second > 60
                    ? -1
                    : Math.min(86_399, hour * 3600 + minute * 60 + second);
        }
    }
}
