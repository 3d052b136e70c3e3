package io.millrace.timelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/** A row of Parquet files in one folder, each with so many rows; a file is there when whole. */
final class ParquetFiles implements AutoCloseable {
    /** Bounds the memory in which a group of rows is gathered. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final Path directory;
    private final long rowsPerFile;
    private @Nullable ParquetWriter<FactSchema.Row> writer;
    private Path draft;
    private int files;
    private long rows;

    ParquetFiles(Path directory, long rowsPerFile) {
        this.directory = directory;
        this.rowsPerFile = rowsPerFile;
        this.draft = directory;
    }

    void write(FactSchema.Row row) throws IOException {
        ParquetWriter<FactSchema.Row> open = writer;
        if (open == null || rows == rowsPerFile) {
            finish();
            draft = directory.resolve("facts-%05d.parquet.draft".formatted(files));
            open = new Builder(new LocalOutputFile(draft)).build();
            writer = open;
        }
        open.write(row);
        rows++;
    }

    /** Completes the file at hand; without any rows there is still one file, with the columns. */
    int finishAll() throws IOException {
        if (writer == null && files == 0) {
            draft = directory.resolve("facts-00000.parquet.draft");
            writer = new Builder(new LocalOutputFile(draft)).build();
        }
        finish();
        return files;
    }

    private void finish() throws IOException {
        ParquetWriter<FactSchema.Row> open = writer;
        if (open == null) {
            return;
        }
        writer = null;
        open.close();
        Files.move(draft, directory.resolve("facts-%05d.parquet".formatted(files)));
        files++;
        rows = 0;
    }

    /** Gives up the file at hand. */
    @Override
    public void close() throws IOException {
        ParquetWriter<FactSchema.Row> open = writer;
        if (open != null) {
            writer = null;
            open.close();
            Files.deleteIfExists(draft);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<FactSchema.Row, Builder> {
        Builder(OutputFile file) {
            super(file);
            withCompressionCodec(CompressionCodecName.SNAPPY);
            withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
            withRowGroupSize(ROW_GROUP_BYTES);
            // Ids differ in every row: a dictionary would be built in vain.
            withDictionaryEncoding("id", false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<FactSchema.Row> getWriteSupport(Configuration configuration) {
            return new FactSchema();
        }
    }
}
