package io.millrace.shared.web;

import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container itself refuses, such as a malformed request line, is a problem too. */
@Controller
class ErrorPage implements ErrorController {
    @RequestMapping("/error")
    void render(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        throw Refusal.of(forStatus(status instanceof Integer code ? code : 404));
    }

    private static SharedProblem forStatus(int status) {
        return switch (status) {
            case 404 -> SharedProblem.NOT_FOUND;
            case 405 -> SharedProblem.METHOD_NOT_ALLOWED;
            case 413 -> SharedProblem.TOO_LARGE;
            case 503 -> SharedProblem.UNAVAILABLE;
            default -> status < 500 ? SharedProblem.MALFORMED : SharedProblem.UNEXPECTED;
        };
    }
}
