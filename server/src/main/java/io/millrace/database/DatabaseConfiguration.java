package io.millrace.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The one pool of connections; whoever gets it finds all modules' tables in place. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);
    static final String DATABASE = "millrace";

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${millrace.data}") Path data) {
        return DataFolder.hold(data);
    }

    @Bean(destroyMethod = "close")
    @Conditional(NoOutsideServer.class)
    EmbeddedPostgres embeddedPostgres(DataFolder folder) {
        Path data = folder.path();
        EmbeddedPostgres server =
                new EmbeddedPostgres(
                                data,
                                PostgresBinaries.unpackedIn(cache(data)),
                                PostgresSettings.PRODUCT)
                        .start();
        Databases.createIfAbsent(server.address("postgres"), DATABASE);
        return server;
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(
            DataFolder folder,
            ObjectProvider<EmbeddedPostgres> embedded,
            @Value("${millrace.database-url:}") String url,
            @Value("${millrace.allow-unsafe:false}") boolean allowUnsafe) {
        EmbeddedPostgres server = embedded.getIfAvailable();
        ServerAddress address =
                server == null ? ServerAddress.parse(url) : server.address(DATABASE);
        Databases.requireSafe(address, allowUnsafe);
        HikariDataSource pool = pool(address);
        Migrations.run(pool);
        log.info("The database is ready: {}", server == null ? "outside server" : folder.path());
        return pool;
    }

    static HikariDataSource pool(ServerAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("millrace");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(4);
        // Longer than a restart of the server takes, so that requests wait instead of failing.
        config.setConnectionTimeout(15_000);
        config.setValidationTimeout(1_500);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "millrace");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    /** The user's cache folder, or the data folder where there is none to write to. */
    private static Path cache(Path data) {
        String given = System.getenv("XDG_CACHE_HOME");
        Path user =
                given == null || given.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(given);
        Path cache = user.resolve("millrace");
        try {
            Files.createDirectories(cache);
            return Files.isWritable(cache) ? cache : data.resolve("cache");
        } catch (IOException e) {
            return data.resolve("cache");
        }
    }
}
