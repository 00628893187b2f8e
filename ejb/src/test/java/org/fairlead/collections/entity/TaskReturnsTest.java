package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fairlead.collections.DebtTasks.RowFault;
import org.fairlead.collections.entity.TaskReturns.Row;
import org.junit.jupiter.api.Test;

class TaskReturnsTest {

    private static final String TASK = "00000000-0000-7000-8000-00000000000";

    /** An agency that does not quote its words loses none of them silently. */
    @Test
    void cellsThatNoColumnWantsAreAFaultUnlessTheyAreBlank() throws IOException {
        TaskReturns.Result read = read(
                "task,outcome,words\n%1$s1,DONE,spoke to her, she pays on Friday\n%1$s2,DONE,spoke to him,, \n%1$s3,DONE,\"a, b\"\n"
                        .formatted(TASK));

        assertThat(read.faults())
                .extracting(RowFault::line, RowFault::reason, RowFault::value)
                .containsExactly(tuple(2, "cells", "4"));
        assertThat(read.rows()).extracting(Row::words).containsExactly("spoke to him", "a, b");
    }

    private static TaskReturns.Result read(String file) throws IOException {
        return TaskReturns.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
