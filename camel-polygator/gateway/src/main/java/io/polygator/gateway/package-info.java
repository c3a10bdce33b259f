/** SmsGateway, the one door to the GSM channels that every edge uses. No Camel here. */
@NullMarked
package io.polygator.gateway;

import org.jspecify.annotations.NullMarked;
