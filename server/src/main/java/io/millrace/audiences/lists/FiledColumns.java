package io.millrace.audiences.lists;

import io.millrace.audiences.live.NameKind;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.intake.NamedColumns;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which columns of a file were read as names of customers, or tried as such. */
@Component
final class FiledColumns implements NamedColumns {
    private final FillTable fills;

    FiledColumns(FillTable fills) {
        this.fills = fills;
    }

    @Override
    public List<Named> of(UUID upload) {
        return fills.ofUpload(upload).stream()
                .flatMap(fill -> types(fill.kind()).map(type -> new Named(fill.column(), type)))
                .distinct()
                .toList();
    }

    private static Stream<IdentityType> types(NameKind kind) {
        return switch (kind) {
            case ID -> Stream.empty();
            case ANY -> Arrays.stream(IdentityType.values()).filter(IdentityType::identifying);
            default -> Stream.of(IdentityType.valueOf(kind.name()));
        };
    }
}
