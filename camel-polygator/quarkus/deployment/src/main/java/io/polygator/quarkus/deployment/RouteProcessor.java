package io.polygator.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Classes that routes name in YAML. Routes come from a folder at run time, so that nothing can be learnt from them here. */
final class RouteProcessor {
    private static final DotName AGGREGATION_STRATEGY = DotName.createSimple("org.apache.camel.AggregationStrategy");
    private static final DotName NETTY_HTTP_BINDING =
            DotName.createSimple("org.apache.camel.component.netty.http.NettyHttpBinding");

    /** {@code "#class:…"}: made by name, and given what the annotations of their fields ask for. */
    @BuildStep
    void madeByName(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        Stream.of(AGGREGATION_STRATEGY, NETTY_HTTP_BINDING)
                .flatMap(type -> index.getIndex().getAllKnownImplementations(type).stream())
                .filter(RouteProcessor::canBeMade)
                .forEach(type -> reflection.produce(
                        ReflectiveClassBuildItem.builder(type.name().toString())
                                .methods()
                                .fields()
                                .build()));
    }

    private static boolean canBeMade(ClassInfo type) {
        return Modifier.isPublic(type.flags()) && !type.isAbstract() && type.hasNoArgsConstructor();
    }

    /** {@code onException}, {@code doCatch}: every exception of Camel and of ours, and the usual ones of Java. */
    @BuildStep
    void caughtByName(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        Stream.concat(indexed(index.getIndex()), ofJava())
                .forEach(name -> reflection.produce(ReflectiveClassBuildItem.builder(name)
                        .constructors(false)
                        .build()));
    }

    private static Stream<String> indexed(IndexView index) {
        // the classes of Java are not in the index, and so neither is what lies between them
        return ofJava().flatMap(parent -> index.getAllKnownSubclasses(DotName.createSimple(parent)).stream())
                .filter(type -> Modifier.isPublic(type.flags()))
                .map(type -> type.name().toString())
                .filter(name -> name.startsWith("org.apache.camel.") || name.startsWith("io.polygator."))
                .distinct();
    }

    private static Stream<String> ofJava() {
        return Stream.of(
                        Throwable.class,
                        Exception.class,
                        RuntimeException.class,
                        IllegalArgumentException.class,
                        IllegalStateException.class,
                        UnsupportedOperationException.class,
                        NullPointerException.class,
                        TimeoutException.class,
                        IOException.class,
                        UncheckedIOException.class,
                        SocketException.class,
                        ConnectException.class,
                        SocketTimeoutException.class,
                        UnknownHostException.class)
                .map(Class::getName);
    }
}
