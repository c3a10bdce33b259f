package io.polygator.app.check;

import io.smallrye.config.SmallRyeConfig;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is said of a setting that cannot be read, so that the application does not even come to look at the others. */
final class SettingProblem {
    private static final String PREFIX = "polygator.";
    private static final Pattern UNKNOWN =
            Pattern.compile("(\\S+) in .*source=file:([^\\]]+)]:(\\d+) does not map to any root");
    /** Numbers of messages, and names of exceptions. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile("SRCFG\\d+: |[\\w.]+Exception: ");

    private SettingProblem() {}

    static Finding of(String message) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return new Finding(
                    unknown.group(2) + ":" + unknown.group(3),
                    unknown.group(1) + " is not known: correct its name or remove the line");
        }
        String words = FOR_PROGRAMMERS.matcher(message).replaceAll("");
        PropertyPlaces places = new PropertyPlaces(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
        return new Finding(places.ofSubject(words, PREFIX).orElse("configuration"), words);
    }
}
