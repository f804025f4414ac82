package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MeanwhileTest {
    @Test
    @Timeout(20)
    void whoNeedsTheWorkDoesItWhenAllOthersAreBusy() {
        var done = new CountDownLatch(1);
        for (int thread = 0; thread < ForkJoinPool.getCommonPoolParallelism(); thread++) {
            ForkJoinPool.commonPool().execute(() -> await(done));
        }

        var doneBy = Meanwhile.begin(Thread::currentThread).get();
        done.countDown();

        assertThat(doneBy).isSameAs(Thread.currentThread());
    }

    @Test
    void aFailureIsPassedOn() {
        var work = Meanwhile.begin(() -> {
            throw new IllegalArgumentException("no");
        });

        assertThatThrownBy(work::get).hasRootCauseMessage("no");
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
