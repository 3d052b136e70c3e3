package io.millrace.bench.ingest;

import io.millrace.shared.Ids;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The other side of single events: a handler in the same server and over the same pool that reads
 * the body and does nothing but one INSERT and its commit.
 */
@Configuration(proxyBeanMethods = false)
class InsertRoutes {
    static final String PATH = "/bench/insert";

    /**
     * Past the filters, as ingestion goes: the comparison is of taking events and not of filters.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> inserts(DataSource pool, Ids ids) {
        return server -> server.addContextValves(new InsertValve(new InsertServlet(pool, ids)));
    }

    static final class InsertValve extends ValveBase {
        private final InsertServlet servlet;

        InsertValve(InsertServlet servlet) {
            super(true);
            this.servlet = servlet;
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            if (request.getRequestURI().equals(PATH)) {
                servlet.service(request, response);
            } else {
                getNext().invoke(request, response);
            }
        }
    }

    static final class InsertServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final String ATTRIBUTES =
                """
                {"sku":"TEA-007","name":"Longjing, spring harvest","brand":"Millrace","price":17.95,
                "category":"Green tea","currency":"GBP","position":8,"quantity":1,
                "product_id":"P-1007","context.locale":"en-GB"}\
                """;
        private static final byte[] DONE = "{\"accepted\":1,".getBytes(StandardCharsets.US_ASCII);

        private final transient DataSource pool;
        private final transient Ids ids;

        InsertServlet(DataSource pool, Ids ids) {
            this.pool = pool;
            this.ids = ids;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            request.getInputStream().readAllBytes();
            try (Connection connection = pool.getConnection();
                    var insert =
                            connection.prepareStatement(
                                    """
                                    insert into timelines.facts (id, profile, key, occurred_at,
                                        recorded_at, amount, kind, source, historical, attributes)
                                    values (?, ?, ?, now(), now(), 0, 1, 1, false, ?::jsonb)
                                    """)) {
                insert.setObject(1, ids.next());
                insert.setObject(2, UUID.randomUUID());
                insert.setObject(3, UUID.randomUUID());
                insert.setString(4, ATTRIBUTES);
                insert.executeUpdate();
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
            response.setContentType("application/json");
            response.setContentLength(DONE.length);
            response.getOutputStream().write(DONE);
        }
    }
}
