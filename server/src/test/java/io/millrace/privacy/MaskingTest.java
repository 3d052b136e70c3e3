package io.millrace.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {
    @Test
    void showsOfAnEmailTheFirstCharacterAndTheDomain() {
        assertThat(Masking.email("may@example.com")).isEqualTo("m***@example.com");
        assertThat(Masking.email("梅@example.com")).isEqualTo("梅***@example.com");
        assertThat(Masking.email("@example.com")).doesNotContain("@example");
    }

    @Test
    void showsOfAPhoneItsBeginningAndItsLastFourDigits() {
        assertThat(Masking.phone("13800015678")).isEqualTo("138****5678");
        assertThat(Masking.phone("+8613800015678")).isEqualTo("138****5678");
        assertThat(Masking.phone("+447911123456")).isEqualTo("+447****3456");
        assertThat(Masking.phone("1234")).isEqualTo("***");
    }

    @Test
    void showsOfANameItsFirstCharacter() {
        assertThat(Masking.name("张三丰")).isEqualTo("张*");
        assertThat(Masking.name("John Smith")).isEqualTo("J***");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.name(" ")).isEqualTo("***");
    }

    @Test
    void showsOfAnythingElseItsEndIfItIsLong() {
        assertThat(Masking.text("oWx1234567")).isEqualTo("***67");
        assertThat(Masking.text("12345")).isEqualTo("***");
    }
}
