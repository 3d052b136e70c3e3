package io.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void readsThePostgresForm() {
        assertThat(
                        ServerAddress.parse(
                                "postgres://ann:p%40ss%2Fword@db.example:6432/brand?ssl=true"))
                .isEqualTo(
                        new ServerAddress(
                                "jdbc:postgresql://db.example:6432/brand?ssl=true",
                                "ann",
                                "p@ss/word"));
    }

    @Test
    void takesAJdbcUrlAsItIs() {
        String url = "jdbc:postgresql://db/brand?user=ann&password=x";

        assertThat(ServerAddress.parse(url)).isEqualTo(new ServerAddress(url, null, null));
    }

    @Test
    void neverRepeatsAPasswordInItsRefusal() {
        assertThatThrownBy(() -> ServerAddress.parse("postgres://ann:se cret@db/brand"))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("cret");
    }
}
