package io.polygator.app.reflection;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;

/** The agent as the virtual machine wants it. */
public final class AgentJar {
    private static final List<String> CLASSES =
            List.of("RecordingAgent", "Recorder", "CallSites", "CallSites$Methods", "CallSites$Calls");

    private AgentJar() {}

    /** Makes it in the folder; gives the option of Java that lets it write down to the file. */
    public static String optionFor(Path folder, Path file) throws IOException {
        Path jar = folder.resolve("recording-agent.jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            for (String name : CLASSES) {
                output.putNextEntry(
                        new JarEntry(AgentJar.class.getPackageName().replace('.', '/') + "/" + name + ".class"));
                try (InputStream content = AgentJar.class.getResourceAsStream(name + ".class")) {
                    content.transferTo(output);
                }
            }
        }
        return "-javaagent:" + jar + "=" + file;
    }

    private static Manifest manifest() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", RecordingAgent.class.getName());
        attributes.putValue("Class-Path", libraryForBytecode());
        return manifest;
    }

    private static String libraryForBytecode() throws IOException {
        try {
            return ClassReader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
