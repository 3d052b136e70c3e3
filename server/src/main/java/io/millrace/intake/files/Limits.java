package io.millrace.intake.files;

/**
 * How much a file may swell when it is unpacked, and how long a line may be.
 *
 * @param freeBytes below so many unpacked bytes any ratio is taken
 * @param ratio beyond that, unpacked bytes a packed byte
 * @param unpackedBytes the most in all
 * @param lineChars a longer line is rejected, with its reason
 */
record Limits(long freeBytes, long ratio, long unpackedBytes, int lineChars) {
    static final Limits DEFAULT = new Limits(64L << 20, 200, 64L << 30, 1 << 20);

    void check(long packed, long unpacked) throws UnreadableFile {
        if (unpacked > unpackedBytes) {
            throw new UnreadableFile(ImportProblem.TOO_BIG, unpackedBytes >> 30);
        }
        if (unpacked > freeBytes && unpacked / Math.max(1, packed) > ratio) {
            throw new UnreadableFile(ImportProblem.TOO_COMPRESSED, ratio);
        }
    }
}
