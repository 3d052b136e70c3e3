package io.millrace.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomersFromFilesTest {
    private static final String FILE =
            """
            客户编号,姓名,手机号,邮箱,生日,会员等级
            1001,王小明,13800138000,wang@example.com,1990-05-01,金卡
            1002,李雷,12345,lilei@example.com,1991年6月2日,银卡
            1003,韩梅梅,1.38001E+10,han@example.com,1992/7/3,银卡
            1004,张伟,13900139000,zhang@example.com,2090-01-01,金卡
            1001,王小明,13800138000,wang@example.com,1990-05-01,金卡
            1005,赵敏,13700137000,zhao@example.com,1993-08-04,普通
            """;

    @Test
    void saysOfEachBadRowOfAChineseFileWhatIsWrongWithIt() throws Exception {
        try (Office office = new Office()) {
            Imports.Upload upload =
                    office.upload("客户.csv", FILE.getBytes(Charset.forName("GB18030")));
            assertThat(upload.charset()).isEqualTo("GB18030");
            assertThat(upload.kindGuess()).isEqualTo(Kind.CUSTOMERS);
            Map<String, String> mapping = Office.guessed(upload);
            assertThat(mapping)
                    .containsEntry("customer", "客户编号")
                    .containsEntry("name", "姓名")
                    .containsEntry("phone", "手机号")
                    .containsEntry("birthday", "生日");
            mapping.put("attribute.level", "会员等级");
            UUID id = office.submit(upload, mapping, Office.CHINESE, false);
            Imports.Report report = office.run(id);
            assertThat(report.lines()).isEqualTo(6);
            assertThat(report.rows()).isEqualTo(2);
            assertThat(report.created()).isEqualTo(2);
            assertThat(report.errors()).isEqualTo(4);
            String errors = office.errors(id, Locale.ENGLISH);
            assertThat(errors.lines().count()).isEqualTo(5);
            assertThat(errors)
                    .contains(",3,phone,customers.")
                    .contains(",4,phone,customers.phone-shortened,")
                    .contains(",5,birthday,imports.future-date,2090-01-01 is in the future.")
                    .contains(",6,customer,imports.duplicate-row,");
        }
    }

    @Test
    void saysUnchangedOfWhomAFileTellsNothingNew() throws Exception {
        String file =
                """
                customer,email,city
                1,ann@example.org,Bath
                2,bob@example.org,York
                3,cat@example.org,Hull
                """;
        try (Office office = new Office()) {
            Imports.Report first = office.importGuessed(office.upload(file));
            Imports.Upload again = office.upload(file);
            UUID dry = office.submit(again, Office.guessed(again), Office.POUNDS, true);
            Imports.Report tried = office.run(dry);
            Imports.Report second = office.importGuessed(again);
            Imports.Report third =
                    office.importGuessed(
                            office.upload(
                                    """
                                    customer,email,city
                                    1,ann@example.org,Bath
                                    2,bob@work.example.org,York
                                    3,cat@example.org,Leeds
                                    4,dan@example.org,Hull
                                    """));

            assertThat(first.created()).isEqualTo(3);
            assertThat(tried.unchanged()).isEqualTo(3);
            assertThat(second.unchanged()).isEqualTo(3);
            assertThat(second.updated()).isZero();
            assertThat(third.created()).isEqualTo(1);
            assertThat(third.updated()).isEqualTo(2);
            assertThat(third.unchanged()).isEqualTo(1);
        }
    }
}
