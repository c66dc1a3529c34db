package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.guixue.Home;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.page.Entrance;
import org.guixue.rendering.PublicAddress;
import org.guixue.upkeep.Gauge;
import org.guixue.upkeep.Signal;
import org.guixue.upkeep.Urgency;

/** What the environment says, held against whether this home is in earnest use. */
@ApplicationScoped
public class SettingsGauge implements Gauge {
    private final Entrance entrance;
    private final PublicAddress address;
    private final Installations installations;
    private final Home home;

    @Inject
    public SettingsGauge(Entrance entrance, PublicAddress address, Installations installations, Home home) {
        this.entrance = entrance;
        this.address = address;
        this.installations = installations;
        this.home = home;
    }

    @Override
    public String name() {
        return "address";
    }

    @Override
    public List<Signal> read() {
        boolean demo = installations.find().filter(Installation::demo).isPresent();
        return List.of(address(demo), proxy(demo), demo(demo));
    }

    private Signal address(boolean demo) {
        URI url = address.url();
        boolean loopback = isLoopback(url);
        Signal signal;
        if (demo) {
            signal = Signal.of("address", Urgency.FINE, "对外网址", url + "（演示）", "");
        } else if (!address.chosen() || loopback) {
            signal = Signal.of(
                            "address",
                            Urgency.ACT,
                            "对外网址",
                            loopback ? "是本机地址%s，别人扫码打不开".formatted(url) : "没有设置，不能签发",
                            "请在服务器上设置别人能打开的网址，再重新启动；已签发文书上的二维码不会改变：")
                    .typing("deploy/setup --home " + home.root() + " --public-url https://网址");
        } else if (!entrance.encrypted()) {
            signal = Signal.of(
                    "address", Urgency.WATCH, "对外网址", url + "，没有加密", "请由代理提供TLS（deploy/nginx.conf），网址改为https。");
        } else {
            signal = Signal.of("address", Urgency.FINE, "对外网址", url.toString(), "");
        }
        return signal.with("url", url.toString()).with("loopback", loopback);
    }

    private static boolean isLoopback(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private Signal proxy(boolean demo) {
        int proxies = entrance.proxies().size();
        boolean missing = proxies == 0 && !demo && !isLoopback(address.url());
        Signal signal = missing
                ? Signal.of("proxy", Urgency.WATCH, "代理", "没有登记代理，审计里记下的地址都是代理的", "请登记前面代理的地址，再重新启动：")
                        .typing("deploy/setup --home " + home.root() + " --trusted-proxy 127.0.0.1")
                : Signal.of(
                        "proxy", Urgency.FINE, "代理", proxies == 0 ? "没有代理，只在本机打开" : "登记了%d个代理".formatted(proxies), "");
        return signal.with("proxies", proxies);
    }

    private static Signal demo(boolean demo) {
        Signal signal = demo
                ? Signal.of(
                        "demo",
                        Urgency.WATCH,
                        "用途",
                        "这是演示环境：数据是虚构的，账号密码人人知道",
                        "请不要录入真实学生。正式使用请另建数据目录（deploy/README.md“Install”）。")
                : Signal.of("demo", Urgency.FINE, "用途", "正式使用", "");
        return signal.with("demo", demo);
    }
}
