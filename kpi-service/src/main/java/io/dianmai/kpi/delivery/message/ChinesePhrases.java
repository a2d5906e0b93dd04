package io.dianmai.kpi.delivery.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** 中文。 */
final class ChinesePhrases implements Phrases {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    @Override
    public String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    @Override
    public String when(Duration left) {
        long minutes = Phrases.minutes(left);
        if (minutes == 0) {
            return "已到期";
        }
        return left.isNegative() ? "已超期" + span(minutes) : "还有" + span(minutes) + "到期";
    }

    private static String span(long minutes) {
        long days = minutes / 1440;
        long hours = minutes / 60 % 24;
        if (days > 0) {
            return days + "天" + (hours == 0 ? "" : hours + "小时");
        }
        long rest = minutes % 60;
        return (hours == 0 ? "" : hours + "小时") + (rest == 0 ? "" : rest + "分钟");
    }

    @Override
    public String list(List<String> names) {
        return String.join("、", names);
    }

    @Override
    public String count(String name, int count) {
        return name + " " + count + " 条";
    }

    @Override
    public String others(int count) {
        return "另 " + count + " 人";
    }

    @Override
    public String more(int count) {
        return "……另有 " + count + " 条";
    }

    @Override
    public String test(String title) {
        return "【测试】" + title;
    }

    @Override
    public String late() {
        return "（本提醒为补发）";
    }
}
