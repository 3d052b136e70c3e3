package io.millrace.intake.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Leads {@code /v1/} past the filters that everything else goes through: sessions, headers and
 * observations cost more than taking an event does, and none of them means anything here.
 */
final class IngestValve extends ValveBase {
    private final IngestServlet servlet;

    IngestValve(IngestServlet servlet) {
        super(true);
        this.servlet = servlet;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (IngestServlet.takes(request.getRequestURI())) {
            servlet.service(request, response);
        } else {
            getNext().invoke(request, response);
        }
    }
}
