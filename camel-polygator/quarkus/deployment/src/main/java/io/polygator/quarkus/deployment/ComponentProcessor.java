package io.polygator.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;

/** The component itself: what its configuration, its HTTP beans and its modem profiles look up by name. */
final class ComponentProcessor {
    static final String FEATURE = "camel-polygator";

    private static final String HTTP_VIEWS = "io.polygator.http";
    private static final String HTTP_BEANS = "io.polygator.camel.http";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    /** Webhooks, and SMPP over TLS. */
    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    @BuildStep
    ServiceProviderBuildItem modemProfiles() {
        return ServiceProviderBuildItem.allProvidersFromClassPath("io.polygator.gsm.modem.ModemProfile");
    }

    /** The entries of {@code camel.component.polygator.gateways.*} are made and set property by property. */
    @BuildStep
    ReflectiveClassBuildItem gatewayConfiguration() {
        return ReflectiveClassBuildItem.builder("io.polygator.camel.polygator.PolygatorGatewayConfiguration")
                .methods()
                .build();
    }

    /** The records of the HTTP API hold records of the gateway. */
    @BuildStep
    IndexDependencyBuildItem ownModules() {
        return new IndexDependencyBuildItem("io.polygator", "gateway");
    }

    /** Jackson reads the components of the records that the HTTP API answers with, and of those in them. */
    @BuildStep
    void httpViews(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        Stream<ClassInfo> views = index.getIndex().getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(view -> isIn(HTTP_VIEWS, view));
        WithFields.of(views, index.getIndex()).forEach(reflection::produce);
    }

    /** Camel calls the methods that a route names in a {@code bean} step. */
    @BuildStep
    void httpBeans(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        index.getIndex().getKnownClasses().stream()
                .filter(bean -> isIn(HTTP_BEANS, bean))
                .forEach(bean -> reflection.produce(
                        ReflectiveClassBuildItem.builder(bean.name().toString())
                                .methods()
                                .build()));
    }

    private static boolean isIn(String packageName, ClassInfo type) {
        return type.name().packagePrefix().equals(packageName);
    }
}
