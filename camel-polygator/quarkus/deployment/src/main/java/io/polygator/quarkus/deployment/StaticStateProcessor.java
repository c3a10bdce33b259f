package io.polygator.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;
import java.lang.reflect.Modifier;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * What our classes keep in static fields is made when the image is built, unless it must not be: addresses, which the JDK
 * makes at run time only, and random numbers, which would be the same in every copy.
 */
final class StaticStateProcessor {
    private static final String OURS = "io.polygator.";
    private static final Set<DotName> OF_THE_MACHINE = Stream.of(
                    InetAddress.class,
                    Inet4Address.class,
                    Inet6Address.class,
                    InetSocketAddress.class,
                    Random.class,
                    SecureRandom.class)
            .map(DotName::createSimple)
            .collect(Collectors.toSet());

    @BuildStep
    void ownModules(BuildProducer<IndexDependencyBuildItem> modules) {
        Stream.of("gsm-modem", "gateway", "smpp-server")
                .forEach(module -> modules.produce(new IndexDependencyBuildItem("io.polygator", module)));
    }

    @BuildStep
    void madeAtRunTime(CombinedIndexBuildItem index, BuildProducer<RuntimeInitializedClassBuildItem> classes) {
        index.getIndex().getKnownClasses().stream()
                .filter(type -> type.name().toString().startsWith(OURS))
                .filter(type ->
                        type.fields().stream().anyMatch(field -> keepsWhatIsOfTheMachine(field, index.getIndex())))
                .forEach(type -> classes.produce(
                        new RuntimeInitializedClassBuildItem(type.name().toString())));
    }

    private static boolean keepsWhatIsOfTheMachine(FieldInfo field, IndexView index) {
        return Modifier.isStatic(field.flags()) && named(field.type()).anyMatch(type -> isOfTheMachine(type, index));
    }

    /** It is, or has a field that is. */
    private static boolean isOfTheMachine(DotName type, IndexView index) {
        ClassInfo known = index.getClassByName(type);
        return OF_THE_MACHINE.contains(type)
                || known != null
                        && known.fields().stream()
                                .filter(field -> !Modifier.isStatic(field.flags()))
                                .flatMap(field -> named(field.type()))
                                .anyMatch(OF_THE_MACHINE::contains);
    }

    /** The type's own name, and those of what it is a collection of. */
    private static Stream<DotName> named(Type type) {
        return switch (type.kind()) {
            case PARAMETERIZED_TYPE ->
                Stream.concat(
                        Stream.of(type.name()),
                        type.asParameterizedType().arguments().stream().flatMap(StaticStateProcessor::named));
            case ARRAY -> named(type.asArrayType().elementType());
            default -> Stream.of(type.name());
        };
    }
}
