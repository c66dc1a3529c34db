package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guixue.upkeep.Gauge;
import org.guixue.upkeep.Signal;
import org.guixue.upkeep.Urgency;

/** Whether what the house does by itself goes well. */
@ApplicationScoped
public class RoundsGauge implements Gauge {
    @Inject
    private Rounds rounds;

    @Override
    public String name() {
        return "rounds";
    }

    @Override
    public List<Signal> read() {
        boolean failing = rounds.failing();
        return List.of((failing
                        ? Signal.of(
                                "rounds",
                                Urgency.ACT,
                                "后台任务",
                                "有任务没有做成，正在重试",
                                "请查看日志（log/server.log）；持续出现时请检查磁盘和数据库，或重新启动。")
                        : Signal.of("rounds", Urgency.FINE, "后台任务", "都在运行", ""))
                .with("failing", failing));
    }
}
