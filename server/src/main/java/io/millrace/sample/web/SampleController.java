package io.millrace.sample.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.sample.Sample;
import io.millrace.sample.SampleProblem;
import io.millrace.shared.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sample")
class SampleController {
    private final Sample sample;

    SampleController(Sample sample) {
        this.sample = sample;
    }

    record Wish(@Nullable Integer customers, @Nullable Long seed) {}

    /** Where to watch the work: {@code GET /jobs/{id}}. */
    record Begun(UUID id, String kind) {}

    @GetMapping
    @Requires(Permission.SAMPLE_ADMIN)
    Sample.State state() {
        return sample.state();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.SAMPLE_ADMIN)
    Begun load(@RequestBody(required = false) @Nullable Wish wish) {
        Sample.Loading loading =
                wish == null ? sample.load(null, null) : sample.load(wish.customers, wish.seed);
        return switch (loading) {
            case Sample.Loading.Started(UUID job) -> new Begun(job, "sample");
            case Sample.Loading.AlreadyThere _ -> throw Refusal.of(SampleProblem.ALREADY_THERE);
            case Sample.Loading.SizeOutOfRange(int least, int most) ->
                    throw Refusal.of(SampleProblem.SIZE_OUT_OF_RANGE, least, most);
        };
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.SAMPLE_ADMIN)
    Begun remove() {
        return switch (sample.remove()) {
            case Sample.Removal.Started(UUID job) -> new Begun(job, "sample");
            case Sample.Removal.NothingThere _ -> throw Refusal.of(SampleProblem.NOTHING_THERE);
        };
    }
}
