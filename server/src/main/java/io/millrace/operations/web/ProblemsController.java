package io.millrace.operations.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.shared.Page;
import io.millrace.shared.ProblemCatalogue;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue to which every problem's type points. */
@RestController
@RequestMapping("/problems")
class ProblemsController {
    private final ProblemCatalogue catalogue;

    ProblemsController(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Requires(Permission.PUBLIC)
    Page<ProblemCatalogue.Entry> list(HttpServletRequest request) {
        return new Page<>(catalogue.entries(request.getLocale()), null, null);
    }

    @GetMapping("/{code}")
    @Requires(Permission.PUBLIC)
    ProblemCatalogue.Entry one(@PathVariable String code, HttpServletRequest request) {
        return catalogue.entries(request.getLocale()).stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
    }
}
