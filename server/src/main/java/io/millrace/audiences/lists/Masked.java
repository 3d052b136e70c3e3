package io.millrace.audiences.lists;

import io.millrace.privacy.Masking;

/** A line as everybody may see it. */
final class Masked {
    private static final int DIGITS_OF_A_PHONE = 8;

    private Masked() {}

    static String of(LineTable.Row row) {
        String text = row.text();
        if (text.contains("@")) {
            return Masking.email(text);
        }
        boolean phone =
                text.length() >= DIGITS_OF_A_PHONE
                        && text.chars()
                                .allMatch(c -> Character.isDigit(c) || " +-()".indexOf(c) >= 0);
        return text.isEmpty() ? "" : phone ? Masking.phone(text) : Masking.text(text);
    }
}
