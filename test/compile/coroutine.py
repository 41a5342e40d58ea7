async def fetch(source):
    async with source as stream:
        async for part in stream:
            await part.ready()
    return stream
