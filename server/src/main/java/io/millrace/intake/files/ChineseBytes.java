package io.millrace.intake.files;

/**
 * Whether bytes read as Chinese text in GB18030. Text of a single-byte charset soon breaks the
 * pairs in which Chinese is written, or seldom pairs two bytes above 0xA0, as nearly all Chinese
 * characters in use do.
 */
final class ChineseBytes {
    private static final int NONE = 0;
    private static final int TENTHS = 10;
    private static final int MOSTLY = 8;

    private int lead = NONE;
    private int rest;
    private long pairs;
    private long usual;
    private boolean broken;

    void offer(byte[] buffer, int count) {
        for (int i = 0; i < count && !broken; i++) {
            next(buffer[i] & 0xFF);
        }
    }

    private void next(int octet) {
        if (rest > 0) {
            rest--;
        } else if (lead == NONE) {
            lead = octet < 0x80 ? NONE : octet;
            broken = octet == 0x80 || octet == 0xFF;
        } else if (octet >= '0' && octet <= '9') {
            rest = 2;
            pairs++;
            lead = NONE;
        } else {
            broken = octet < 0x40 || octet == 0x7F || octet == 0xFF;
            pairs++;
            usual += octet > 0xA0 && isUsual(lead) ? 1 : 0;
            lead = NONE;
        }
    }

    /** The rows of GB 2312: signs, then characters. */
    private static boolean isUsual(int lead) {
        return lead >= 0xA1 && lead <= 0xA9 || lead >= 0xB0 && lead <= 0xF7;
    }

    boolean likely() {
        return !broken && pairs > 0 && usual * TENTHS >= pairs * MOSTLY;
    }
}
