# Where azd deploys from, the whole package registry is reached; docs/package-feeds.md explains.
'<Project><PropertyGroup><FullFeed>true</FullFeed></PropertyGroup></Project>' | Set-Content (Join-Path $PSScriptRoot '../../eng/feed.props')
