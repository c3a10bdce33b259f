import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** All that the launcher of Camel JBang does. */
class CamelJBang {
    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }
}
