package io.polygator.quarkus.deployment;

import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.util.Objects;

/** The application's own beans: whichever has a name can be called by a route in a folder that nobody has written yet. */
final class NamedBeanProcessor {

    @BuildStep
    void calledByName(BeanDiscoveryFinishedBuildItem beans, BuildProducer<ReflectiveClassBuildItem> reflection) {
        beans.beanStream().namedBeans().stream()
                .map(BeanInfo::getImplClazz)
                .filter(Objects::nonNull)
                .forEach(type -> reflection.produce(
                        ReflectiveClassBuildItem.builder(type.name().toString())
                                .methods()
                                .build()));
    }
}
