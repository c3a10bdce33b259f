package io.polygator.http;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code {name}}, which are filled with the values of each recipient. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,31})\\}");

    private Template() {}

    /**
     * The text for one recipient. Braces that enclose no name stay as they are.
     *
     * @param field names the recipient's values in errors
     */
    static String fill(String text, Map<String, String> values, String field) throws ProblemException {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            String value = values.get(place.group(1));
            if (value == null) {
                String missing = field + "." + place.group(1);
                throw RequestFields.wrong(missing, missing + " is missing: the text has the place " + place.group());
            }
            filled.append(text, end, place.start()).append(value);
            end = place.end();
        }
        return filled.append(text, end, text.length()).toString();
    }
}
