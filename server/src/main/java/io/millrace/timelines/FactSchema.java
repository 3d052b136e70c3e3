package io.millrace.timelines;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Value;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The columns of an exported fact, and how a fact fills them. */
final class FactSchema extends WriteSupport<FactSchema.Row> {
    /** A fact and the customer to whom it counts. */
    record Row(UUID customer, Fact fact) {}

    private static final LogicalTypeAnnotation UUIDS = LogicalTypeAnnotation.uuidType();
    private static final LogicalTypeAnnotation TEXT = LogicalTypeAnnotation.stringType();
    private static final LogicalTypeAnnotation UTC =
            LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);

    static final MessageType SCHEMA =
            Types.buildMessage()
                    .required(FIXED_LEN_BYTE_ARRAY)
                    .length(16)
                    .as(UUIDS)
                    .named("id")
                    .required(FIXED_LEN_BYTE_ARRAY)
                    .length(16)
                    .as(UUIDS)
                    .named("customer")
                    .required(FIXED_LEN_BYTE_ARRAY)
                    .length(16)
                    .as(UUIDS)
                    .named("profile")
                    .required(BINARY)
                    .as(TEXT)
                    .named("kind")
                    .required(INT64)
                    .as(UTC)
                    .named("occurred_at")
                    .required(INT64)
                    .as(UTC)
                    .named("recorded_at")
                    .optional(BINARY)
                    .as(TEXT)
                    .named("subject")
                    .required(INT64)
                    .named("amount")
                    .optional(BINARY)
                    .as(TEXT)
                    .named("currency")
                    .required(BINARY)
                    .as(TEXT)
                    .named("source")
                    .required(BOOLEAN)
                    .named("historical")
                    .required(BINARY)
                    .as(TEXT)
                    .named("attributes")
                    .named("fact");

    /** A sealed value is no use to anybody without the person's key, and stays behind. */
    private static final Value SEALED = new Value.Text("sealed");

    private @Nullable RecordConsumer consumer;

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer given) {
        consumer = given;
    }

    @Override
    public void write(Row row) {
        new Fields(Objects.requireNonNull(consumer, "not prepared")).write(row);
    }

    private static String attributes(Map<String, Value> values) {
        Map<String, Value> shown = new HashMap<>(values);
        shown.replaceAll((name, value) -> value instanceof Value.Sealed ? SEALED : value);
        return Attributes.of(shown).toString();
    }

    private record Fields(RecordConsumer out) {
        void write(Row row) {
            Fact fact = row.fact();
            out.startMessage();
            uuid(0, fact.id());
            uuid(1, row.customer());
            uuid(2, fact.profile());
            text(3, fact.kind());
            number(4, Micros.of(fact.occurredAt()));
            number(5, Micros.of(fact.recordedAt()));
            text(6, fact.subject());
            number(7, fact.amount());
            text(8, fact.currency());
            text(9, fact.source());
            start(10);
            out.addBoolean(fact.historical());
            end(10);
            text(11, attributes(fact.attributes()));
            out.endMessage();
        }

        private void uuid(int column, UUID value) {
            ByteBuffer bytes = ByteBuffer.allocate(16);
            bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
            start(column);
            out.addBinary(Binary.fromConstantByteArray(bytes.array()));
            end(column);
        }

        private void text(int column, @Nullable String value) {
            if (value != null) {
                start(column);
                out.addBinary(Binary.fromString(value));
                end(column);
            }
        }

        private void number(int column, long value) {
            start(column);
            out.addLong(value);
            end(column);
        }

        private void start(int column) {
            out.startField(SCHEMA.getFieldName(column), column);
        }

        private void end(int column) {
            out.endField(SCHEMA.getFieldName(column), column);
        }
    }
}
