package org.fairlead.launcher;

import java.time.Duration;

/** Is told about the steps of a start, as they begin and end. */
public interface Steps {

    /** Says nothing; for tests. */
    Steps SILENT = new Steps() {
        @Override
        public void begun(String step) {}

        @Override
        public void done(String step, Duration took) {}
    };

    /** A step begins. */
    void begun(String step);

    /** A step is through. */
    void done(String step, Duration took);
}
