package io.millrace.kernel.timeline;

import java.util.Arrays;
import java.util.List;

/** Which kinds a run wants: 1 or 0 by the code of the kind. */
record KindFilter(byte[] wanted) {
    static KindFilter of(List<Fold<?>> folds, Dictionary dictionary) {
        byte[] wanted = new byte[dictionary.size()];
        for (Fold<?> fold : folds) {
            if (fold.kinds().isEmpty()) {
                Arrays.fill(wanted, (byte) 1);
            }
            for (String kind : fold.kinds()) {
                int code = dictionary.code(kind);
                if (code >= 0 && code < wanted.length) {
                    wanted[code] = 1;
                }
            }
        }
        return new KindFilter(wanted);
    }
}
