package io.millrace.intake.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.intake.files.ImportProblem;
import io.millrace.intake.files.Imports;
import io.millrace.intake.files.UnreadableFile;
import io.millrace.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files come in as a form's {@code file}, or as the whole body with {@code X-Filename}. */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadsController {
    private static final int NAME_CHARS = 200;

    private final Imports imports;
    private final Access access;

    UploadsController(Imports imports, Access access) {
        this.imports = imports;
        this.access = access;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Permission.IMPORTS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Imports.Upload form(@RequestParam("file") MultipartFile file) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return take(file.getOriginalFilename(), bytes);
        }
    }

    @PostMapping
    @Requires(Permission.IMPORTS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Imports.Upload body(HttpServletRequest request) throws IOException {
        return take(request.getHeader("X-Filename"), request.getInputStream());
    }

    private Imports.Upload take(@Nullable String filename, InputStream bytes) throws IOException {
        try {
            return imports.upload(name(filename), bytes, caller());
        } catch (UnreadableFile e) {
            throw Refusal.of(e.problem(), e.arguments().toArray());
        }
    }

    private static String name(@Nullable String filename) {
        if (filename == null || filename.isBlank()) {
            return "upload";
        }
        String decoded;
        try {
            // A header holds no Chinese, so clients escape the name; a plus sign is one.
            decoded = URLDecoder.decode(filename.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            decoded = filename;
        }
        String bare = decoded.substring(decoded.replace('\\', '/').lastIndexOf('/') + 1);
        String printable = bare.replaceAll("\\p{Cntrl}", "");
        return printable.length() > NAME_CHARS ? printable.substring(0, NAME_CHARS) : printable;
    }

    @GetMapping("/{id}")
    @Requires(Permission.IMPORTS_WRITE)
    Imports.Upload one(@PathVariable UUID id) {
        return imports.findUpload(id).orElseThrow(() -> Refusal.of(ImportProblem.UNKNOWN_UPLOAD));
    }

    private String caller() {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
