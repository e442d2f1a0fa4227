namespace BundleFunctions.Hosting.Tests.TrainingJobs.Attached;

/// <summary>A script that takes the command lines of <c>docker run</c> and <c>docker rm</c>: it notes each with its environment, refuses a
/// second container of one name, and lets a shell script stand in for the container.</summary>
internal static class FakeDocker
{
    /// <summary>Writes the script.</summary>
    /// <param name="place">Folder of what it notes: <c>calls</c> has a command line a line, <c>{tick}.env</c> the environment.</param>
    /// <param name="trainer">What runs in the container; its first argument is the tick.</param>
    /// <returns>Its path.</returns>
    public static string Write(string place, string trainer)
    {
        var path = Path.Combine(place, "docker");
        File.WriteAllText(path, $$"""
            #!/bin/sh
            PLACE='{{place}}'
            echo "$*" >> "$PLACE/calls"
            if [ "$1" = rm ]; then
              if [ -e "$PLACE/$3.pid" ]; then kill "$(cat "$PLACE/$3.pid")" 2>/dev/null; rm -f "$PLACE/$3.pid"; fi
              exit 0
            fi
            while [ $# -gt 0 ]; do
              case "$1" in
                --name) name="$2"; shift 2 ;;
                --label) case "$2" in bundles.tick=*) tick="${2#bundles.tick=}" ;; esac; shift 2 ;;
                --env) printenv "$2" | sed "s|^|$2=|" >> "$PLACE/$tick.env"; shift 2 ;;
                *) shift ;;
              esac
            done
            if ! (set -C; echo $$ > "$PLACE/$name.pid") 2>/dev/null; then echo "Conflict: the name $name is in use" >&2; exit 125; fi
            trap 'rm -f "$PLACE/$name.pid"' EXIT
            exec 3<&0
            set -- "$tick"
            {{trainer.ReplaceLineEndings("\n")}}
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
