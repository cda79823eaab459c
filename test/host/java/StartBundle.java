import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Installs and starts a jar in an OSGi framework. Arguments: the jar, a folder for the framework's files,
 * the packages that the host offers (may be empty), and the class of the action, which is loaded where there are any.
 * Prints what became of the bundle, as "name: value".
 */
public class StartBundle {
    private static void print(String name, Object value) {
        System.out.print(name + ": " + value + "\n");
    }

    /** What the annotations of a class or a method say, of those that the running class sees. */
    private static String supportedMethods(AnnotatedElement element) throws Exception {
        StringBuilder said = new StringBuilder();
        for (Annotation annotation : element.getAnnotations()) {
            Object methods = annotation.annotationType().getMethod("value").invoke(annotation);
            said.append(Arrays.toString((Object[]) methods));
        }
        return said.toString();
    }

    public static void main(String[] args) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, args[1]);
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, args[2]);
        settings.put("felix.service.urlhandlers", "false");
        // Felix would guess, and find Jira's classes without an import.
        settings.put("felix.bootdelegation.implicit", "false");
        Felix framework = new Felix(settings);
        framework.start();
        Bundle bundle = framework.getBundleContext().installBundle(new File(args[0]).toURI().toString());
        try {
            bundle.start();
        } catch (BundleException refused) {
            refused.printStackTrace();
            System.exit(1);
        }
        print("active", bundle.getState() == Bundle.ACTIVE);
        print("name", bundle.getSymbolicName());
        print("version", bundle.getVersion());
        print("plugin key", bundle.getHeaders().get("Atlassian-Plugin-Key"));
        print("spring", bundle.getEntry("META-INF/spring/plugin-context.xml") != null);
        if (!args[2].isEmpty()) {
            Class<?> action = bundle.loadClass(args[3]);
            Object page = action.getDeclaredConstructor().newInstance();
            print("extends", action.getSuperclass().getName());
            print("class", supportedMethods(action));
            for (Method method : action.getDeclaredMethods()) {
                method.setAccessible(true);
                String access = Modifier.toString(method.getModifiers());
                print(method.getName(), access + " " + supportedMethods(method) + " " + method.invoke(page));
            }
        }
        framework.stop();
        framework.waitForStop(10000);
        System.exit(0);
    }
}
