#!/bin/sh
# Compiles and runs the two source files with the jars of embedded Tomcat and Jackson.
set -e
jars="${JARS:-/usr/share/java}"
path=""
for name in tomcat10-embed-core tomcat10-servlet-api tomcat10-annotations-api tomcat10-jaspic-api tomcat10-juli \
  tomcat10-util tomcat10-util-scan jackson-core jackson-databind jackson-annotations; do
  if [ -e "$jars/$name.jar" ]; then path="$path:$jars/$name.jar"; fi
done
work="$(mktemp -d)"
javac -nowarn -cp "${path#:}" -d "$work" Server.java Bodies.java
exec java -cp "$work$path" Server
