package io.millrace.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Write keys only ever add events and stand in web pages, so any page may send. */
final class Cors {
    static void allow(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("Origin") == null) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Access-Control-Allow-Methods", "POST, OPTIONS");
            response.setHeader(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Content-Encoding, X-Strict-Mode");
            response.setHeader("Access-Control-Max-Age", "86400");
        } else {
            response.setHeader("Access-Control-Expose-Headers", "Retry-After");
        }
    }

    private Cors() {}
}
