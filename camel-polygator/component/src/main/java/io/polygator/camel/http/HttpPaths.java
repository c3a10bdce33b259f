package io.polygator.camel.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** What the routes of a context serve over HTTP, as their URIs say. */
final class HttpPaths {
    private static final Pattern SERVED = Pattern.compile(
            "netty-http:(?://)?https?:(?://)?[^/?]+(?<path>/[^?]+)\\?(?:.*&)?httpMethodRestrict=(?<methods>[^&]+).*");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?:\\{|%7B)[^/]+?(?:\\}|%7D)");

    private HttpPaths() {}

    /** The methods that some route restricts itself to at this path, in alphabetical order. */
    static Set<String> methodsOf(CamelContext context, String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : context.getRoutes()) {
            Matcher served = SERVED.matcher(route.getEndpoint().getEndpointUri());
            if (served.matches() && matches(served.group("path"), path)) {
                methods.addAll(Set.of(served.group("methods").split(",|%2C")));
            }
        }
        return methods;
    }

    private static boolean matches(String pattern, String path) {
        String[] expected = pattern.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return false;
        }
        for (int index = 0; index < expected.length; index++) {
            boolean any = PLACEHOLDER.matcher(expected[index]).matches();
            if (!any && !expected[index].equals(actual[index])) {
                return false;
            }
        }
        return true;
    }
}
