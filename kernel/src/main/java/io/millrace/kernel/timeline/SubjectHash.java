package io.millrace.kernel.timeline;

/** The hash by which folds join facts of one subject without making strings. */
public final class SubjectHash {
    private SubjectHash() {}

    /** 0 for the empty subject, never 0 for any other. */
    public static long of(String subject) {
        if (subject.isEmpty()) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < subject.length(); i++) {
            hash = (hash ^ subject.charAt(i)) * 0x100000001b3L;
        }
        long mixed = mix(hash);
        return mixed == 0 ? 1 : mixed;
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
