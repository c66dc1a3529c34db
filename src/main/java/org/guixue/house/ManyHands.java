package org.guixue.house;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.guixue.Unavailable;
import org.guixue.batch.Hands;

/** Threads of the server, one for each core. */
@ApplicationScoped
public class ManyHands implements Hands {
    @Resource
    private ManagedExecutorService threads;

    @Override
    public int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public void all(List<Runnable> tasks) {
        List<Future<?>> begun = new ArrayList<>();
        tasks.forEach(task -> begun.add(threads.submit(task)));
        List<Throwable> thrown = new ArrayList<>();
        for (Future<?> each : begun) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("服务正在停止，请稍后再试");
            } catch (ExecutionException e) {
                thrown.add(e.getCause());
            }
        }
        for (Throwable each : thrown) {
            if (each instanceof RuntimeException failure) {
                throw failure;
            }
            if (each instanceof Error error) {
                throw error;
            }
        }
    }
}
