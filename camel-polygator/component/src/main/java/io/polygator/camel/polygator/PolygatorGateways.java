package io.polygator.camel.polygator;

import java.util.LinkedHashMap;

/**
 * The configured gateways by name. A class of its own so that properties such as {@code gateways.g8.address} find the
 * configurer that makes the entry {@code g8} when its first property is set.
 */
final class PolygatorGateways extends LinkedHashMap<String, PolygatorGatewayConfiguration> {}
