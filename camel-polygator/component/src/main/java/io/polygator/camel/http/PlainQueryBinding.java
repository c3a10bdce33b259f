package io.polygator.camel.http;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.netty.http.DefaultNettyHttpBinding;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * For routes that read the query themselves: it stands in the header {@link Exchange#HTTP_RAW_QUERY} as it came, whatever
 * octets it has, and its parameters are no headers. Camel's own binding closes the connection without an answer when the
 * query is no URI.
 */
public final class PlainQueryBinding extends DefaultNettyHttpBinding {

    @Override
    public DefaultNettyHttpBinding copy() {
        PlainQueryBinding copy = new PlainQueryBinding();
        copy.setHeaderFilterStrategy(getHeaderFilterStrategy());
        return copy;
    }

    @Override
    public void populateCamelHeaders(
            HttpRequest request, Map<String, Object> headers, Exchange exchange, NettyHttpConfiguration configuration) {
        String target = request.uri();
        int question = target.indexOf('?');
        headers.put(Exchange.HTTP_METHOD, request.method().name());
        headers.put(Exchange.HTTP_RAW_QUERY, question < 0 ? "" : target.substring(question + 1));
        HeaderFilterStrategy filter = getHeaderFilterStrategy();
        request.headers().forEach(header -> {
            if (filter == null || !filter.applyFilterToExternalHeaders(header.getKey(), header.getValue(), exchange)) {
                headers.putIfAbsent(header.getKey(), header.getValue());
            }
        });
    }
}
